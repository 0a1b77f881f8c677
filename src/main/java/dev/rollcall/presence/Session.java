package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One program's statement about a person, on the half-open interval {@code [setAt, expiresAt)}.
 *
 * @param id of the program
 * @param setAt when it was last set: the fade counts from here
 * @param expiresAt the first instant at which it no longer counts
 */
public record Session(String id, Pair pair, Instant setAt, Instant expiresAt) {

  boolean endedBy(Instant now, Rules rules) {
    return !now.isBefore(end(rules));
  }

  /** The same, as if it had been set only now. */
  Session restarted(Instant now) {
    return new Session(id, pair, now, Life.end(now, Duration.between(setAt, expiresAt)));
  }

  /** What it says at {@code now}, which is what was set until that fades. */
  public Pair shown(Instant now, Rules rules) {
    return rules.fade().shown(pair, setAt, now);
  }

  /** When what it says next changes before it ends; empty when it does not. */
  public Optional<Instant> fadesAt(Instant now, Rules rules) {
    return rules
        .fade()
        .edges(pair, setAt)
        .filter(edge -> edge.isAfter(now) && edge.isBefore(end(rules)))
        .min(Instant::compareTo);
  }

  Stream<Instant> edges(Rules rules) {
    return Stream.concat(rules.fade().edges(pair, setAt), Stream.of(end(rules)));
  }

  private Instant end(Rules rules) {
    FadeRules fade = rules.fade();
    if (fade.atTheEnd() == FadeRules.AtTheEnd.FADE_WINS
        && fade.fading().contains(pair.availability())
        && expiresAt.equals(setAt.plus(fade.toInactive()))) {
      return setAt.plus(fade.toAway());
    }
    return Life.end(expiresAt, rules.sessions().overstay());
  }
}
