package dev.rollcall.contract;

import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** The stamp of a presence's version, where the target shows one. */
class VersionContract {

  @Tags({@Tag("version"), @Tag("SHOULD"), @Tag("WRITE")})
  @Check(
      id = "version.over-every-change",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-051", "S-052"},
      needs = WRITE,
      witness = "sequence-falls",
      hint = "does every write renew the stamp, and is it compared as text?")
  void the_sequence_number_rises_with_every_kind_of_change(Graph graph, User user) {
    var version = new Version(graph, user);
    List<Runnable> changes =
        List.of(
            () -> graph.setPresence(user, Pair.IN_A_CALL).is(200),
            () -> graph.setStatusMessage(user, "On the phone").is(200),
            () -> graph.prefer(user, Pair.BE_RIGHT_BACK).is(200),
            () -> graph.clearPreference(user).is(200),
            () -> graph.clearPresence(user).is(200));
    for (Runnable change : changes) {
      change.run();
      version.follow();
    }
  }

  @Tags({@Tag("version"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "version.by-time",
      level = SHOULD,
      basis = DERIVED,
      clause = {"S-052", "S-051"},
      needs = {WRITE, CLOCK},
      witness = "sequence-stands-still",
      hint = "is the stamp renewed when a session fades or ends by itself?")
  void the_sequence_number_moves_with_a_fade_and_an_expiry(
      Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Session.of(Pair.AVAILABLE).lasting(ofHours(1))).is(200);
    var version = new Version(graph, user);
    for (Duration later : List.of(ofMinutes(6), ofMinutes(5), ofMinutes(50))) {
      clock.advance(later);
      version.follow();
    }
  }

  /** The version last read, and what it is the version of. */
  private static final class Version {
    private final Graph graph;
    private final User user;
    private String pair;
    private String stamp;

    Version(Graph graph, User user) {
      this.graph = graph;
      this.user = user;
      read();
    }

    /** Reads the next version: never below the last, and another where the pair is another. */
    void follow() {
      String pairBefore = pair;
      String before = stamp;
      read();
      if (!before.isEmpty() && !stamp.isEmpty()) {
        Deviation.unless(
            before.compareTo(stamp) <= 0, "a sequenceNumber not below " + before, stamp);
        Deviation.unless(
            pair.equals(pairBefore) || !stamp.equals(before),
            "a sequenceNumber other than " + before + ", as " + pairBefore + " became " + pair,
            stamp);
      }
    }

    private void read() {
      Reply reply = graph.presence(user).is(200);
      pair = reply.text("/availability").orElse("") + "/" + reply.text("/activity").orElse("");
      stamp = reply.text("/sequenceNumber").orElse("");
    }
  }
}
