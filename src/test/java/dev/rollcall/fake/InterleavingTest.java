package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few of the writes and reads at once that InterleavingIT makes many of. */
class InterleavingTest {
  private static final int FEW = 20;
  private static final int USUAL = 60;

  @Test
  void noWriteIsLostAndReadsShowWhatTheOrderAllows() throws InterruptedException {
    long reads = Interleaving.run(Long.getLong("interleaving.seed", 7), USUAL);
    assertTrue(reads > 0, "nothing was read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Behind the writes.
        "reads-stale",
        "single-reads-stale",
        "many-reads-stale",
        "availability-stale",
        "activity-stale",
        "status-message-stale",
        // Of somebody else.
        "read-shows-another-user",
        "users-shows-another-user",
        "batch-shows-another-user",
        "reads-show-first-user",
        "reads-show-last-written-user",
        "reads-show-message-of-last-written-user",
        "writes-go-to-next-user",
        "writes-reach-next-user",
        "getPresencesByUserId-swaps-ids",
        "getPresencesByUserId-drops-last",
        "getPresencesByUserId-duplicates-first",
        // Lost, in part or as a whole, by themselves or by another write.
        "set-presence-changes-nothing",
        "clear-presence-changes-nothing",
        "set-user-preferred-presence-changes-nothing",
        "clear-user-preferred-presence-changes-nothing",
        "set-status-message-changes-nothing",
        "renewal-keeps-old-pair",
        "preferred-not-replaced",
        "status-message-not-replaced",
        "set-presence-ends-preference",
        "set-presence-clears-message",
        "set-message-ends-preference",
        "preferred-forgotten-without-session",
        "read-ends-sessions",
        // Numbered wrongly.
        "sequence-falls",
        "sequence-stands-still",
        "sequence-number-stale"
      })
  void aBrokenFakeIsFoundOut(String fault) {
    assertFound(7, FEW, fault, "\"" + fault + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "reads-stale, getPresence",
    "reads-stale, getPresencesByUserId",
    "read-shows-another-user, getPresencesByUserId",
    "set-presence-changes-nothing, setPresence",
    "set-status-message-changes-nothing, setStatusMessage"
  })
  void soIsOneThatIsBrokenNowAndThen(String fault, String operation) {
    assertFound(
        11,
        // So many that some fault is certain to be left at the end, whatever is read meanwhile.
        USUAL,
        fault,
        "{\"id\": \"%s\", \"operation\": \"%s\", \"share\": 0.5}".formatted(fault, operation));
  }

  private static void assertFound(long seed, int writes, String fault, String plan) {
    AssertionError found =
        assertThrows(
            AssertionError.class,
            () ->
                Interleaving.run(
                    seed, writes, control -> control.faultPlan("{\"active\": [" + plan + "]}")),
            fault);
    assertEquals("with -Dinterleaving.seed=" + seed, found.getMessage());
    assertEquals(AssertionError.class, found.getCause().getClass(), fault);
  }
}
