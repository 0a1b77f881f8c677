package dev.rollcall.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One person on a clock that the test moves: says things, waits, and is looked at. */
final class Person {
  static final Instant START = Instant.parse("2027-03-04T05:06:07.089Z");

  private final Rules rules;
  private Presence facts = Presence.nothing(START);
  private Instant now = START;

  Person() {
    this(Rules.documented());
  }

  Person(Rules rules) {
    this.rules = rules;
  }

  Person session(String id, String pair, Duration life) {
    Pair set = pair(pair);
    return accepts(
        new SetSession(
            Optional.of(id),
            Optional.of(set.availability()),
            Optional.of(set.activity()),
            Optional.of(life)));
  }

  Person prefers(String pair, Optional<Duration> life) {
    Pair set = pair(pair);
    return accepts(
        new SetPreference(Optional.of(set.availability()), Optional.of(set.activity()), life));
  }

  Person says(String content, Optional<Duration> life) {
    return accepts(
        new SetMessage(content, false, life.map(length -> now.plus(length)), Optional.empty()));
  }

  Person accepts(Write write) {
    assertEquals(Optional.empty(), write(write), () -> write + " was refused");
    return this;
  }

  Refusal refuses(Write write) {
    Presence before = facts;
    Refusal refusal = write(write).orElseThrow(() -> new AssertionError(write + " was taken"));
    assertEquals(before, facts, "a refused write leaves the facts alone");
    return refusal;
  }

  Optional<Refusal> write(Write write) {
    Written written = write.to(facts, rules, now);
    facts = written.presence();
    return written.refusal();
  }

  Person waits(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Looks exactly so long after the start, wherever the clock stands. */
  Person atStartPlus(Duration time) {
    now = START.plus(time);
    return this;
  }

  Person shows(String pair) {
    assertEquals(pair, moment().visible().pair().toString(), () -> "at " + now);
    return this;
  }

  Person showsMessage(String content) {
    assertEquals(Optional.of(content), moment().visible().message().map(StatusMessage::content));
    return this;
  }

  Person showsNoMessage() {
    assertTrue(moment().visible().message().isEmpty(), () -> "a message at " + now);
    return this;
  }

  Moment moment() {
    return facts.moment(rules, now);
  }

  Presence facts() {
    return facts;
  }

  static Pair pair(String text) {
    String[] parts = text.split("/");
    return new Pair(Availability.of(parts[0]).orElseThrow(), Activity.of(parts[1]).orElseThrow());
  }
}
