package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.SECOND_APP;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** What shows when several applications have set a session of one user. */
class PrecedenceContract {
  /** The strongest first. */
  private static final List<String> RANKS = List.of("DoNotDisturb", "Busy", "Available", "Away");

  /** One session is there, and another is set. */
  private record Meeting(Pair earlier, Pair later, boolean laterIsOthers) {

    /** Of equal ranks either may show, but no mix of the two. */
    List<Pair> winners() {
      int order = Integer.compare(rank(earlier), rank(later));
      return order == 0 ? List.of(earlier, later) : List.of(order < 0 ? earlier : later);
    }

    private static int rank(Pair pair) {
      int rank = RANKS.indexOf(pair.availability());
      if (rank < 0) {
        throw new IllegalStateException("no page ranks " + pair.availability());
      }
      return rank;
    }

    @Override
    public String toString() {
      return earlier + ", then " + later;
    }
  }

  @Tags({@Tag("precedence"), @Tag("MUST"), @Tag("WRITE"), @Tag("SECOND_APP")})
  @Check(
      id = "precedence.matrix",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-112", "S-113", "S-114", "S-115", "S-117"},
      needs = {WRITE, SECOND_APP},
      witness = "rank-reversed",
      hint = "is the order DoNotDisturb, Busy, Available, Away, whichever was set last?")
  void of_every_two_sessions_the_stronger_shows(Graph graph, User user) {
    List<Meeting> meetings = meetings(graph);
    graph.setPresence(user, lasting(meetings.get(0).earlier())).is(200);
    Matrix.over(
        meetings,
        meeting -> {
          Session later = lasting(meeting.later());
          graph
              .setPresence(user, meeting.laterIsOthers() ? later.from(graph.otherApp()) : later)
              .is(200);
          graph.presence(user).showsOneOf(meeting.winners(), "of two sessions");
        });
  }

  @Tags({@Tag("precedence"), @Tag("MUST"), @Tag("WRITE"), @Tag("SECOND_APP"), @Tag("CLOCK")})
  @Check(
      id = "precedence.next-after-expiry",
      level = MUST,
      basis = DERIVED,
      clause = {"S-116", "S-107", "S-101"},
      needs = {WRITE, SECOND_APP, CLOCK},
      witness = "sessions-never-expire",
      hint = "does each session have time-out and expiry of its own?")
  void when_the_winner_expires_the_next_shows(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofMinutes(8))).is(200);
    clock.advance(ofMinutes(4));
    graph.setPresence(user, lasting(Pair.AWAY).from(graph.otherApp())).is(200);
    clock.advance(ofSeconds(90));
    graph.presence(user).shows(Pair.INACTIVE, "5 min after it was set, whatever another set since");
    clock.advance(ofMinutes(3));
    graph.presence(user).shows(Pair.AWAY, "of another application, after Available expired");
    clock.advance(ofMinutes(56));
    graph.presence(user).showsAvailability("Offline", "after both sessions expired");
  }

  @Tags({@Tag("precedence"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("SECOND_APP"), @Tag("CLOCK")})
  @Check(
      id = "precedence.faded-loses",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-118",
      needs = {WRITE, SECOND_APP, CLOCK},
      witness = "faded-session-keeps-its-rank",
      hint = "is a session ranked as it was set, or as it shows?")
  void a_faded_session_loses_to_one_that_is_available(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, lasting(Pair.AVAILABLE)).is(200);
    clock.advance(ofMinutes(7));
    graph.setPresence(user, lasting(Pair.AVAILABLE).from(graph.otherApp())).is(200);
    clock.advance(ofMinutes(4));
    graph.presence(user).shows(Pair.AVAILABLE, "of another application, beside a session faded");
  }

  private static Session lasting(Pair pair) {
    return Session.of(pair).lasting(ofHours(1));
  }

  /**
   * Every two pairs meet in both orders, each set on top of the one before by the two applications
   * in turn: a session that is set replaces the last but one. In brief they meet in one order.
   */
  private static List<Meeting> meetings(Graph graph) {
    List<Pair> there = walk(graph.pairs().listed("setPresence"));
    List<Pair> back = new ArrayList<>(there);
    Collections.reverse(back);
    List<Pair> way = new ArrayList<>();
    if (!graph.isInBrief()) {
      way.addAll(there.subList(0, there.size() - 1));
    }
    way.addAll(back);
    List<Meeting> meetings = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      meetings.add(new Meeting(way.get(i - 1), way.get(i), i % 2 == 1));
    }
    return meetings;
  }

  /** From pair to pair until all have met, always on to the one that has most to meet yet. */
  private static List<Pair> walk(List<Pair> pairs) {
    Map<Pair, Set<Pair>> unmet = new LinkedHashMap<>();
    pairs.forEach(pair -> unmet.put(pair, new LinkedHashSet<>(pairs)));
    pairs.forEach(pair -> unmet.get(pair).remove(pair));
    Comparator<Pair> byUnmet = Comparator.comparingInt(pair -> unmet.get(pair).size());
    List<Pair> walk = new ArrayList<>(List.of(pairs.get(0)));
    Pair here = pairs.get(0);
    while (unmet.values().stream().anyMatch(others -> !others.isEmpty())) {
      Pair next =
          unmet.get(here).stream().max(byUnmet).orElseGet(() -> Collections.max(pairs, byUnmet));
      unmet.get(here).remove(next);
      unmet.get(next).remove(here);
      walk.add(next);
      here = next;
    }
    return walk;
  }
}
