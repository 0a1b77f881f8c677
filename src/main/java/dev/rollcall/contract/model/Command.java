package dev.rollcall.contract.model;

import dev.rollcall.contract.model.Subject.App;
import dev.rollcall.definition.Combination;
import java.time.Duration;
import java.util.Optional;

/** One step of a sequence. Prints as a reader would do it by hand. */
sealed interface Command {

  /** Does it; the status that came back. */
  int on(Subject subject);

  /** Tells the oracle; the status that was expected if that which came is wrong. */
  Optional<String> on(Oracle oracle, int status, Moment now);

  /** How far it moves the clock. */
  default Duration passes() {
    return Duration.ZERO;
  }

  private static String forLife(Optional<Duration> life) {
    return life.map(each -> " for " + each).orElse("");
  }

  /** Sets a session, or tries to. */
  record SetSession(App app, Combination pair, Optional<Duration> life) implements Command {
    @Override
    public int on(Subject subject) {
      return subject.setSession(app, pair, life);
    }

    @Override
    public Optional<String> on(Oracle oracle, int status, Moment now) {
      return oracle.setSession(app, pair, life, status, now);
    }

    @Override
    public String toString() {
      return "setPresence " + pair + forLife(life) + app;
    }
  }

  /** Clears a session, whether there is one or not. */
  record ClearSession(App app) implements Command {
    @Override
    public int on(Subject subject) {
      return subject.clearSession(app);
    }

    @Override
    public Optional<String> on(Oracle oracle, int status, Moment now) {
      return oracle.clearSession(app, status, now);
    }

    @Override
    public String toString() {
      return "clearPresence" + app;
    }
  }

  /** Sets the preference, or tries to. */
  record Prefer(Combination pair, Optional<Duration> life) implements Command {
    @Override
    public int on(Subject subject) {
      return subject.prefer(pair, life);
    }

    @Override
    public Optional<String> on(Oracle oracle, int status, Moment now) {
      return oracle.prefer(pair, life, status, now);
    }

    @Override
    public String toString() {
      return "setUserPreferredPresence " + pair + forLife(life);
    }
  }

  /** Clears the preference, whether there is one or not. */
  record ClearPreference() implements Command {
    @Override
    public int on(Subject subject) {
      return subject.clearPreference();
    }

    @Override
    public Optional<String> on(Oracle oracle, int status, Moment now) {
      return oracle.clearPreference(status, now);
    }

    @Override
    public String toString() {
      return "clearUserPreferredPresence";
    }
  }

  /** Sets the status message. */
  record Say(String text, Optional<Duration> life) implements Command {
    @Override
    public int on(Subject subject) {
      return subject.say(text, life);
    }

    @Override
    public Optional<String> on(Oracle oracle, int status, Moment now) {
      return oracle.say(text, life, status, now);
    }

    @Override
    public String toString() {
      return "setStatusMessage '" + text + "'" + forLife(life);
    }
  }

  /** Lets time pass. */
  record Pass(Duration passes) implements Command {
    @Override
    public int on(Subject subject) {
      subject.pass(passes);
      return 200;
    }

    @Override
    public Optional<String> on(Oracle oracle, int status, Moment now) {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "clock +" + passes;
    }
  }
}
