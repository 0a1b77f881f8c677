package dev.rollcall.load.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> told = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();

  @Test
  void everyFiveSecondsALineTellsWhatHappenedSinceTheLast() {
    Progress progress = new Progress(20, told::add, now::get);
    for (int i = 0; i < 110; i++) {
      progress.sent();
      progress.done(i % 10 == 0 ? Sent.unanswered(i, 0, 0) : Sent.served(i, 0, 0, 8));
      now.addAndGet(100_000_000);
    }
    assertEquals(
        List.of(
            "load: 15 s left, asked 10.0/s, reached 9.0/s, 5 errors, p99 8.0 ms",
            "load: 10 s left, asked 10.0/s, reached 9.0/s, 5 errors, p99 8.0 ms"),
        told);
  }

  @Test
  void aShortRunTellsNothing() {
    Progress progress = new Progress(15, told::add, now::get);
    for (int i = 0; i < 15; i++) {
      progress.sent();
      now.addAndGet(1_000_000_000);
    }
    assertEquals(List.of(), told);
  }
}
