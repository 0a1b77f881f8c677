package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.model.Finding;
import dev.rollcall.contract.model.Sequences;
import dev.rollcall.contract.model.Sequences.Scope;
import dev.rollcall.definition.Definition;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.fake.fault.FaultRegistry;
import dev.rollcall.presence.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences against the fake's domain without HTTP: never wrong about the documented rules,
 * and sooner or later right about broken ones. Fixed seeds, so that a result does not change.
 */
class SequencesFindRuleFaultsTest {
  private static final Definition DEFINITION = Definition.bundled("v1.0");

  /** As the checks run them, each strictly and as for a stranger. */
  private enum Kind {
    WRITES(EnumSet.of(Scope.SHOULD)),
    WRITES_OF_A_STRANGER(EnumSet.noneOf(Scope.class)),
    TWO_APPLICATIONS(EnumSet.of(Scope.SHOULD, Scope.OTHER_APP)),
    TWO_APPLICATIONS_OF_A_STRANGER(EnumSet.of(Scope.OTHER_APP)),
    OVER_TIME(EnumSet.of(Scope.SHOULD, Scope.OTHER_APP, Scope.TIME)),
    OVER_TIME_WITH_A_STRANGER(EnumSet.of(Scope.OTHER_APP, Scope.TIME));

    private final Set<Scope> scope;

    Kind(Set<Scope> scope) {
      this.scope = scope;
    }

    Optional<Finding> search(int count, Rules rules) {
      return new Sequences(DEFINITION, scope, 12)
          .search(20261126, count, () -> new RuledSubject(rules));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theDocumentedRulesAreNeverCalledWrong(Kind kind) {
    assertEquals(Optional.empty(), kind.search(30, Rules.documented()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clear-presence-changes-nothing",
        "clear-removes-message",
        "clear-removes-nothing",
        "clear-removes-preference",
        "clear-user-preferred-presence-changes-nothing",
        "longest-duration-refused",
        "message-hidden-from-others",
        "preferred-clear-removes-sessions",
        "preferred-forgotten-without-session",
        "preferred-ignored",
        "preferred-loses-to-stronger-session",
        "preferred-needs-no-session",
        "preferred-not-replaced",
        "preferred-pair-available-available-refused",
        "preferred-pair-away-away-refused",
        "preferred-pair-be-right-back-be-right-back-refused",
        "preferred-pair-busy-busy-refused",
        "preferred-pair-do-not-disturb-do-not-disturb-refused",
        "preferred-pair-offline-off-work-refused",
        "preferred-refused-without-session",
        "preferred-survives-clear",
        "read-ends-sessions",
        "refused-write-changes-state",
        "renewal-keeps-old-pair",
        "session-pair-available-available-refused",
        "session-pair-away-away-refused",
        "session-pair-busy-in-a-call-refused",
        "session-pair-busy-in-a-conference-call-refused",
        "session-pair-do-not-disturb-presenting-refused",
        "set-presence-changes-nothing",
        "set-status-message-changes-nothing",
        "set-user-preferred-presence-changes-nothing",
        "status-message-changes-availability",
        "status-message-not-replaced",
        "without-session-away",
        "without-session-off-work"
      })
  void writesOfOneApplicationFind(String fault) {
    assertFound(Kind.WRITES, fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "available-above-busy",
        "away-above-available",
        "busy-above-do-not-disturb",
        "clear-removes-all-sessions",
        "latest-session-wins",
        "pair-mixed-from-two-sessions",
        "rank-reversed",
        "second-session-replaces-first"
      })
  void writesOfTwoApplicationsFind(String fault) {
    assertFound(Kind.TWO_APPLICATIONS, fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "available-never-fades",
        "away-fades",
        "busy-fades",
        "default-expiry-1-minute",
        "default-expiry-10-minutes",
        "do-not-disturb-fades",
        "fade-stops-at-inactive",
        "fade-straight-to-away",
        "fade-wins-over-expiry",
        "faded-session-keeps-its-rank",
        "preferred-default-one-day",
        "preferred-default-one-hour",
        "preferred-default-seven-days",
        "preferred-keeps-old-expiry",
        "preferred-never-expires",
        "renewal-keeps-old-expiry",
        "renewal-keeps-old-fade",
        "sessions-never-expire",
        "status-message-never-expires",
        "status-message-without-expiry-expires"
      })
  void writesOverTimeFind(String fault) {
    assertFound(Kind.OVER_TIME, fault);
  }

  /** On a target that is not ours these are advice at most, and sequences count as a MUST. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "clear-removes-message",
        "clear-removes-preference",
        "clear-user-preferred-presence-changes-nothing",
        "faded-session-keeps-its-rank",
        "preferred-clear-removes-sessions",
        "preferred-default-one-day",
        "preferred-default-one-hour",
        "preferred-forgotten-without-session",
        "preferred-keeps-old-expiry",
        "preferred-not-replaced",
        "preferred-survives-clear",
        "status-message-changes-availability",
        "status-message-never-expires",
        "without-session-off-work"
      })
  void whatBreaksNoMoreThanAShouldIsNotHeldAgainstAStranger(String fault) {
    for (Kind kind :
        List.of(
            Kind.WRITES_OF_A_STRANGER,
            Kind.TWO_APPLICATIONS_OF_A_STRANGER,
            Kind.OVER_TIME_WITH_A_STRANGER)) {
      assertEquals(Optional.empty(), kind.search(15, broken(fault)), kind.name());
    }
  }

  private static void assertFound(Kind kind, String fault) {
    Finding finding =
        kind.search(60, broken(fault)).orElseThrow(() -> new AssertionError(fault + " lives"));
    assertTrue(finding.steps().size() <= 5, finding.sequence());
  }

  private static Rules broken(String fault) {
    RuleFault broken = (RuleFault) FaultRegistry.named(List.of(fault)).get(0);
    return broken.change().apply(Rules.documented());
  }
}
