package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.NoAnswer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets requests pass until the run is broken off, and then only those of the thread that did so: a
 * write that leaves after the clean-up would stay.
 */
final class Traffic {
  /** Why a request did not leave. */
  static final String INTERRUPTED = NoAnswer.NOT_SENT + "the run was interrupted";

  private final Set<Thread> underWay = new HashSet<>();
  private Thread breaker;

  /**
   * @throws NoAnswer if the run was broken off
   */
  <T> T pass(Supplier<T> request) {
    enter();
    try {
      return request.get();
    } finally {
      leave();
    }
  }

  /**
   * @throws NoAnswer if the run was broken off
   */
  void requireOpen() {
    if (!isOpen()) {
      throw new NoAnswer(INTERRUPTED);
    }
  }

  /** Whether this thread may send. */
  synchronized boolean isOpen() {
    return breaker == null || breaker == Thread.currentThread();
  }

  private synchronized void enter() {
    requireOpen();
    underWay.add(Thread.currentThread());
  }

  private synchronized void leave() {
    underWay.remove(Thread.currentThread());
    if (breaker != null) {
      Thread.interrupted(); // meant for the wait that is over, and for nothing that comes after
    }
    notifyAll();
  }

  /**
   * Lets nothing pass any more but what this thread sends. Who waits for the pace is woken, what
   * was sent is waited for.
   *
   * @param patience how long
   */
  synchronized void breakOff(Duration patience) throws InterruptedException {
    breaker = Thread.currentThread();
    underWay.forEach(Thread::interrupt);
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toMillis(); !underWay.isEmpty() && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
