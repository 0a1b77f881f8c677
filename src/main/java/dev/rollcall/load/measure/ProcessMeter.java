package dev.rollcall.load.measure;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Measures this process. Pauses are those that the collectors announce: phases that run beside the
 * program stop nobody and do not count.
 */
public final class ProcessMeter implements EffortMeter, NotificationListener, AutoCloseable {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime = System::nanoTime;
  private long startNanos;
  private double cpuSecondsBefore;
  private long gcMillis;
  private long longestGcMillis;

  private ProcessMeter() {}

  public static ProcessMeter started() {
    ProcessMeter meter = new ProcessMeter();
    meter.restart();
    collectors().forEach(each -> each.addNotificationListener(meter, null, null));
    return meter;
  }

  @Override
  public synchronized void restart() {
    startNanos = nanoTime.getAsLong();
    cpuSecondsBefore = cpuSeconds();
    gcMillis = 0;
    longestGcMillis = 0;
  }

  @Override
  public synchronized Effort spent() {
    return new Effort(
        rounded((nanoTime.getAsLong() - startNanos) / NANOS),
        rounded(cpuSeconds() - cpuSecondsBefore),
        gcMillis,
        longestGcMillis);
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data
        && notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(data);
      if (!isConcurrent(collection.getGcName())) {
        paused(collection.getGcInfo().getDuration());
      }
    }
  }

  @Override
  public void close() {
    collectors().forEach(this::leave);
  }

  private synchronized void paused(long millis) {
    gcMillis += millis;
    longestGcMillis = Math.max(longestGcMillis, millis);
  }

  private void leave(NotificationEmitter collector) {
    try {
      collector.removeNotificationListener(this);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException("the meter was closed before", e);
    }
  }

  /** ZGC and Shenandoah report their cycles beside the pauses within them. */
  private static boolean isConcurrent(String collector) {
    return collector.endsWith("Cycles");
  }

  private static Stream<NotificationEmitter> collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(NotificationEmitter.class::isInstance)
        .map(NotificationEmitter.class::cast);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime()) / NANOS
        : 0;
  }

  private static double rounded(double seconds) {
    return Math.round(1_000 * seconds) / 1_000.0;
  }
}
