package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.SECOND_APP;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.model.Sequences;
import dev.rollcall.contract.model.Sequences.Scope;
import dev.rollcall.target.TargetClock;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/**
 * Random sequences of writes: after each the user is read on one of the paths and compared with
 * what the pages allow. What a check of its own might not think of, a sequence may meet.
 */
class SequencesContract {
  private static final String REPEAT =
      "do the steps by hand, or repeat the run exactly: --only sequences --seed and the seed shown";

  @Tags({@Tag("sequences"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "sequences.writes",
      level = MUST,
      basis = DERIVED,
      clause = {"S-093", "S-094", "S-135", "S-048", "S-050"},
      needs = WRITE,
      witness = "set-presence-changes-nothing",
      hint = REPEAT)
  void any_sequence_of_writes_shows_what_the_pages_say(Graph graph, User user, TargetClock clock) {
    require(graph, user, clock, EnumSet.noneOf(Scope.class), 8);
  }

  @Tags({@Tag("sequences"), @Tag("MUST"), @Tag("WRITE"), @Tag("SECOND_APP")})
  @Check(
      id = "sequences.two-applications",
      level = MUST,
      basis = DERIVED,
      clause = {"S-117", "S-115", "S-116", "S-125"},
      needs = {WRITE, SECOND_APP},
      witness = "rank-reversed",
      hint = REPEAT)
  void any_sequence_of_two_applications_shows_the_stronger_session(
      Graph graph, User user, TargetClock clock) {
    require(graph, user, clock, EnumSet.of(Scope.OTHER_APP), 8);
  }

  @Tags({@Tag("sequences"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "sequences.over-time",
      level = MUST,
      basis = DERIVED,
      clause = {"S-095", "S-101", "S-102", "S-107", "S-137", "S-138"},
      needs = {WRITE, CLOCK},
      witness = "sessions-never-expire",
      hint = REPEAT)
  void any_sequence_over_time_fades_and_ends_as_the_pages_say(
      Graph graph, User user, TargetClock clock) {
    EnumSet<Scope> scope = EnumSet.of(Scope.TIME);
    if (graph.can(SECOND_APP)) {
      scope.add(Scope.OTHER_APP);
    }
    require(graph, user, clock, scope, 14);
  }

  private static void require(
      Graph graph, User user, TargetClock clock, Set<Scope> scope, int steps) {
    if (graph.isOurs()) {
      scope.add(Scope.SHOULD); // a stranger may do without what is no MUST
    }
    new Sequences(graph.definition(), scope, graph.isInBrief() ? steps / 2 : steps)
        .search(
            graph.seed() + graph.definition().version().hashCode(),
            1,
            () -> ScriptedUser.fresh(graph, user, clock))
        .ifPresent(
            finding -> {
              throw new Deviation(
                  finding.expected(),
                  finding.actual()
                      + ", read after "
                      + finding.sequence()
                      + " (seed "
                      + graph.seed()
                      + ")");
            });
  }
}
