package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.Interleaving;
import org.junit.jupiter.api.Test;

/** Many writes and reads at once; {@code -Dinterleaving.writes} of each writer. */
class InterleavingIT {

  @Test
  void noWriteIsLostAndReadsShowWhatTheOrderAllows() throws InterruptedException {
    int writes = Integer.getInteger("interleaving.writes", 5_000);
    long reads = Interleaving.run(Long.getLong("interleaving.seed", System.nanoTime()), writes);
    assertTrue(reads > 0, "nothing was read");
  }
}
