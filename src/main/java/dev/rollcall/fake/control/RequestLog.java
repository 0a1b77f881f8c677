package dev.rollcall.fake.control;

import dev.rollcall.fake.call.FakeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last requests; older ones make room. Nobody waits to be written down. */
public final class RequestLog {
  static final int SIZE = 500;

  private final AtomicReferenceArray<FakeRequest> ring = new AtomicReferenceArray<>(SIZE);
  private final AtomicLong count = new AtomicLong();

  public void add(FakeRequest request) {
    ring.set(place(count.getAndIncrement()), request);
  }

  /** The newest first. */
  List<FakeRequest> last(int limit) {
    List<FakeRequest> last = new ArrayList<>();
    long newest = count.get() - 1;
    for (long i = newest; i >= 0 && i > newest - SIZE && last.size() < limit; i--) {
      FakeRequest request = ring.get(place(i));
      // Its number is taken a moment before it is there.
      if (request != null) {
        last.add(request);
      }
    }
    return last;
  }

  void clear() {
    for (int i = 0; i < SIZE; i++) {
      ring.set(i, null);
    }
  }

  private static int place(long number) {
    return (int) (number % SIZE);
  }
}
