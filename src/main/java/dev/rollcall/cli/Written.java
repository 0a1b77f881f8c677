package dev.rollcall.cli;

import dev.rollcall.contract.ask.AtShutdown;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Keeps a process that is told to end from ending before a run has written what it found. */
final class Written {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Written() {}

  /** What the run gives back; a process that ends meanwhile waits for that, within bounds. */
  static int beforeTheEnd(IntSupplier run) {
    var over = new CountDownLatch(1);
    AtShutdown awaited = AtShutdown.run("rollcall-written", () -> await(over));
    try {
      return run.getAsInt();
    } finally {
      over.countDown();
      awaited.close();
    }
  }

  private static void await(CountDownLatch over) {
    try {
      over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
