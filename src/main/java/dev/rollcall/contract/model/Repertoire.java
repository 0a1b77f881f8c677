package dev.rollcall.contract.model;

import dev.rollcall.contract.model.Command.ClearPreference;
import dev.rollcall.contract.model.Command.ClearSession;
import dev.rollcall.contract.model.Command.Pass;
import dev.rollcall.contract.model.Command.Prefer;
import dev.rollcall.contract.model.Command.Say;
import dev.rollcall.contract.model.Command.SetSession;
import dev.rollcall.contract.model.Subject.App;
import dev.rollcall.definition.Combination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws commands: the simplest kinds stand first in each list, likelier ones more than once. */
final class Repertoire {
  private static final Optional<Duration> NO_LIFE = Optional.empty();

  /** How long a session lives here; the first is the default. */
  private static final List<Optional<Duration>> SESSION_LIVES =
      List.of(NO_LIFE, hours(1), minutes(15), hours(4));

  private static final List<Optional<Duration>> WRONG_SESSION_LIVES =
      List.of(hours(10), minutes(4));

  private static final List<Optional<Duration>> PREFERENCE_LIVES =
      List.of(NO_LIFE, hours(8), hours(1));

  private static final List<Optional<Duration>> MESSAGE_LIVES = List.of(NO_LIFE, hours(1));

  /** How often a session stands among the kinds while one is missing. */
  private static final int MISSING_SESSION = 15;

  /** Clear of the edge by half as much again as either side of it is right. */
  private static final Duration CLEAR = Moment.EDGE.multipliedBy(3).dividedBy(2);

  private final Tables tables;
  private final List<App> apps;
  private final List<Combination> sessions;
  private final boolean time;
  private final List<Function<Situation, Command>> kinds = new ArrayList<>();

  /**
   * What a command is drawn for.
   *
   * @param step its number, from 1
   */
  record Situation(Choices choices, Oracle oracle, Moment now, int step) {}

  /**
   * @param time whether commands may move the clock
   */
  Repertoire(Tables tables, boolean otherApp, boolean time) {
    this.tables = tables;
    this.apps = otherApp ? List.of(App.values()) : List.of(App.OWN);
    this.time = time;
    this.sessions = new ArrayList<>(tables.sessions());
    if (time) {
      sessions.addAll(Collections.nCopies(2, Aggregate.AVAILABLE)); // the one that fades
    }
    add(3, this::setSession);
    add(time ? 6 : 0, this::pass);
    add(1, this::clearSession);
    add(2, this::prefer);
    add(1, this::clearPreference);
    add(1, this::say);
    add(time ? 0 : 1, this::setWrongly);
    add(time ? 0 : 1, this::preferWrongly);
  }

  private void add(int times, Function<Situation, Command> kind) {
    kinds.addAll(Collections.nCopies(times, kind));
  }

  /** Sessions are likelier while some are missing, for nothing shows without. */
  Command draw(Situation situation) {
    List<Function<Situation, Command>> likely = new ArrayList<>(kinds);
    int wanted = time ? 1 : apps.size();
    if (situation.oracle().sureSessions(situation.now()) < wanted) {
      likely.addAll(Collections.nCopies(MISSING_SESSION, this::setSession));
    }
    return situation.choices().oneOf(likely).apply(situation);
  }

  private Command setSession(Situation in) {
    App app = in.choices().oneOf(apps);
    return new SetSession(app, in.choices().oneOf(sessions), in.choices().oneOf(SESSION_LIVES));
  }

  private Command clearSession(Situation in) {
    return new ClearSession(in.choices().oneOf(apps));
  }

  private Command prefer(Situation in) {
    return new Prefer(
        in.choices().oneOf(tables.preferences()), in.choices().oneOf(PREFERENCE_LIVES));
  }

  private Command clearPreference(Situation in) {
    return new ClearPreference();
  }

  private Command say(Situation in) {
    return new Say("note " + in.step(), in.choices().oneOf(MESSAGE_LIVES));
  }

  /** A pair that may show but not be set, or a life that is too short or too long. */
  private Command setWrongly(Situation in) {
    App app = in.choices().oneOf(apps);
    return in.choices().oneOf(List.of(true, false))
        ? new SetSession(app, in.choices().oneOf(tables.statesWithout(tables.sessions())), NO_LIFE)
        : new SetSession(
            app, in.choices().oneOf(tables.sessions()), in.choices().oneOf(WRONG_SESSION_LIVES));
  }

  private Command preferWrongly(Situation in) {
    List<Combination> unlisted = tables.statesWithout(tables.preferences());
    return new Prefer(in.choices().oneOf(unlisted), NO_LIFE);
  }

  /** To shortly before or shortly after something fades or ends. */
  private Command pass(Situation in) {
    List<Duration> waits = new ArrayList<>(List.of(Duration.ofMinutes(2)));
    for (Duration edge : in.oracle().edges(in.now())) {
      waits.add(edge.plus(CLEAR));
      if (edge.compareTo(CLEAR.multipliedBy(2)) > 0) {
        waits.add(edge.minus(CLEAR));
      }
    }
    return new Pass(in.choices().oneOf(waits));
  }

  private static Optional<Duration> minutes(int count) {
    return Optional.of(Duration.ofMinutes(count));
  }

  private static Optional<Duration> hours(int count) {
    return Optional.of(Duration.ofHours(count));
  }
}
