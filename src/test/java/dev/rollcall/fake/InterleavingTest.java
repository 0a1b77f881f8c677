package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A few of the writes and reads at once that InterleavingIT makes many of. */
class InterleavingTest {

  @Test
  void noWriteIsLostAndReadsShowWhatTheOrderAllows() throws InterruptedException {
    long reads = Interleaving.run(Long.getLong("interleaving.seed", 7), 60);
    assertTrue(reads > 0, "nothing was read");
  }
}
