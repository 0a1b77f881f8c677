package dev.rollcall.contract;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.Session;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.model.Seen;
import dev.rollcall.contract.model.Subject;
import dev.rollcall.definition.Combination;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A user of the target, for random sequences. The one place where those meet {@link Graph}. */
record ScriptedUser(Graph graph, User user, TargetClock clock) implements Subject {

  /** The user without sessions and preference; on our fake one whom nobody has touched. */
  static ScriptedUser fresh(Graph graph, User user, TargetClock clock) {
    if (graph.isOurs()) {
      return new ScriptedUser(graph, graph.anotherUser(), clock);
    }
    graph.tidy(user);
    return new ScriptedUser(graph, user, clock);
  }

  @Override
  public int setSession(App app, Combination pair, Optional<Duration> life) {
    Session session = Session.of(Pair.of(pair));
    Session lasting = life.map(session::lasting).orElse(session);
    return status(
        graph.setPresence(user, app == App.OWN ? lasting : lasting.from(graph.otherApp())));
  }

  @Override
  public int clearSession(App app) {
    return status(
        app == App.OWN ? graph.clearPresence(user) : graph.clearPresence(user, graph.otherApp()));
  }

  @Override
  public int prefer(Combination pair, Optional<Duration> life) {
    return status(graph.prefer(user, Pair.of(pair), life));
  }

  @Override
  public int clearPreference() {
    return status(graph.clearPreference(user));
  }

  @Override
  public int say(String text, Optional<Duration> life) {
    return status(
        life.map(each -> graph.setStatusMessage(user, text, clock.instant().plus(each)))
            .orElseGet(() -> graph.setStatusMessage(user, text)));
  }

  @Override
  public void pass(Duration by) {
    clock.advance(by);
  }

  @Override
  public Seen read(Path path, Predicate<Seen> expected) {
    var seen = new AtomicReference<>(Seen.NOTHING);
    try {
      sent(path)
          .reached(
              reply -> {
                seen.set(seen(path, reply));
                Deviation.unless(expected.test(seen.get()), "another presence", seen.get());
              });
    } catch (Deviation e) {
      return seen.get(); // the last word, which the sequence judges
    }
    return seen.get();
  }

  private Reply sent(Path path) {
    return switch (path) {
      case USERS -> graph.presence(user);
      case COMMUNICATIONS -> graph.presenceByCommunications(user);
      case BATCH -> graph.presences(List.of(user.id()));
    };
  }

  private Seen seen(Path path, Reply reply) {
    Optional<JsonNode> presence =
        reply
            .answer()
            .json()
            .filter(json -> status(reply) == 200)
            .flatMap(json -> path == Path.BATCH ? itemOf(json) : Optional.of(json));
    return new Seen(
        status(reply),
        presence.map(ScriptedUser::pair),
        presence
            .map(json -> json.at("/statusMessage/message/content").asString(""))
            .filter(text -> !text.isBlank()),
        reply.told());
  }

  private Optional<JsonNode> itemOf(JsonNode batch) {
    return batch
        .path("value")
        .valueStream()
        .filter(item -> item.path("id").asString("").equalsIgnoreCase(user.id()))
        .findFirst();
  }

  private static Combination pair(JsonNode presence) {
    return new Combination(
        Pair.pascal(presence.path("availability").asString("none")),
        Pair.pascal(presence.path("activity").asString("none")));
  }

  private static int status(Reply reply) {
    return reply.answer().status();
  }
}
