package dev.rollcall.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has spent so far.
 *
 * @param cpuSeconds of all its threads; 0 where the platform does not tell
 * @param gcMillis in garbage collections
 */
record Effort(double cpuSeconds, long gcMillis) {
  private static final double NANOS = 1e9;

  static Effort soFar() {
    double cpu =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? Math.max(0, system.getProcessCpuTime()) / NANOS
            : 0;
    long gc =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(millis -> millis > 0)
            .sum();
    return new Effort(cpu, gc);
  }

  Effort since(Effort earlier) {
    return new Effort(
        Math.round(1_000 * (cpuSeconds - earlier.cpuSeconds)) / 1_000.0,
        gcMillis - earlier.gcMillis);
  }
}
