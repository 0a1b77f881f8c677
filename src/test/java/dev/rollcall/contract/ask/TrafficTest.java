package dev.rollcall.contract.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.contract.wire.NoAnswer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After a run was broken off nothing is sent but by whoever cleans up. */
@Timeout(30)
class TrafficTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Traffic traffic = new Traffic();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    other.shutdownNow();
  }

  private <T> T elsewhere(Callable<T> deed) throws Exception {
    return other.submit(deed).get();
  }

  @Test
  void requestsPass() throws Exception {
    assertEquals("sent", traffic.pass(() -> "sent"));
    assertEquals("sent", elsewhere(() -> traffic.pass(() -> "sent")));
  }

  @Test
  void afterBreakingOffOnlyTheBreakerSends() throws Exception {
    traffic.breakOff(LONG);
    assertEquals("sent", traffic.pass(() -> "sent"));
    var thrown =
        assertThrows(
            ExecutionException.class, () -> elsewhere(() -> traffic.pass(() -> "not sent")));
    assertEquals(NoAnswer.class, thrown.getCause().getClass());
    assertEquals("not sent: the run was interrupted", thrown.getCause().getMessage());
  }

  @Test
  void whoWaitsForThePaceIsWokenAndWorksOnUninterrupted() throws Exception {
    var waiting = new CountDownLatch(1);
    Future<Boolean> request =
        other.submit(
            () -> {
              traffic.pass(() -> woken(waiting));
              return Thread.currentThread().isInterrupted();
            });
    waiting.await();
    traffic.breakOff(LONG);
    assertFalse(request.get());
  }

  private static boolean woken(CountDownLatch waiting) {
    waiting.countDown();
    try {
      new CountDownLatch(1).await();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Test
  void whatDoesNotComeBackIsNotWaitedForForEver() throws Exception {
    var under = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    Future<Boolean> request =
        other.submit(
            () ->
                traffic.pass(
                    () -> {
                      under.countDown();
                      return stubborn(released);
                    }));
    under.await();
    traffic.breakOff(Duration.ofMillis(1));
    released.countDown();
    assertEquals(true, request.get());
  }

  /** As a read from a socket is, which no interruption ends. */
  private static boolean stubborn(CountDownLatch released) {
    while (released.getCount() > 0) {
      Thread.onSpinWait();
    }
    return true;
  }
}
