package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofMinutes;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** An application's session of a user: how long a life can be asked for. */
class SessionDurationContract {

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.shortest-and-longest",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-081", "S-082"},
      needs = WRITE,
      witness = "longest-duration-refused",
      hint = "are both ends of the range inside, and PT240M the same as PT4H?")
  void durations_at_both_ends_are_accepted(Graph graph, User user) {
    Matrix.over(
        List.of("PT5M", "PT4H", "PT240M"),
        duration -> graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(duration)).is(200));
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.durations-out-of-range",
      level = MUST,
      basis = OBSERVED,
      clause = {"S-083", "S-084"},
      needs = WRITE,
      witness = "any-duration-accepted",
      hint = "is the duration checked against 5 minutes and 4 hours?")
  void durations_beyond_the_ends_are_refused(Graph graph, User user) {
    Matrix.over(
        List.of("PT4M", "PT4M59S", "PT4H1S", "PT241M", "PT10H"),
        duration -> {
          Session session = Session.of(Pair.IN_A_CALL).lasting(duration);
          Reply reply = graph.setPresence(user, session).is(400);
          if (duration.equals("PT4M")) {
            reply.hasCode("InvalidArgument");
          }
        });
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setPresence.durations-unreadable",
      level = MUST,
      basis = OBSERVED,
      clause = "S-085",
      needs = WRITE,
      witness = "unreadable-duration-accepted",
      hint = "is a duration that cannot be read taken for none?")
  void what_is_no_duration_is_refused(Graph graph, User user) {
    Matrix.over(
        List.of("1h", "banana"),
        text -> graph.setPresence(user, Session.of(Pair.IN_A_CALL).lasting(text)).is(400));
  }

  @Tags({@Tag("setPresence"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setPresence.default-expiry",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-086",
      needs = {WRITE, CLOCK},
      witness = "default-expiry-10-minutes",
      hint = "is the default used when expirationDuration is left out, whatever the state?")
  void without_a_duration_a_session_lives_five_minutes(Graph graph, TargetClock clock) {
    Crowd crowd = Crowd.of(graph, graph.some(graph.pairs().listed("setPresence")));
    crowd.each((pair, user) -> graph.setPresence(user, pair).is(200));
    clock.advance(ofMinutes(5).minusSeconds(30));
    crowd.shows(UnaryOperator.identity(), "less than 5 min after it was set without duration");
    clock.advance(ofMinutes(1));
    crowd.shows(pair -> Pair.OFFLINE, "5 min after it was set without duration");
  }
}
