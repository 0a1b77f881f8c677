package dev.rollcall.fake;

import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Refusal;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Write;
import dev.rollcall.presence.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of the world. Writes of one person happen one after the other; reads never wait, and
 * answer bytes rendered once for the span of time in which they hold.
 */
final class User {
  private final UUID id;
  private final int number;
  private final Settling settling;
  private final History history;
  private volatile Presence facts;
  private volatile @Nullable String displayName;
  private volatile Presence before;
  private volatile @Nullable Rendered rendered;

  // No instants: looking at those of 650 people would cost more than all else.
  private static final class Rendered {
    private final Presence facts;
    private final Rules rules;
    private final long fromSecond;
    private final int fromNano;
    private final long untilSecond;
    private final int untilNano;
    private final byte[] item;

    Rendered(Presence facts, Rules rules, Moment moment, byte[] item) {
      this.facts = facts;
      this.rules = rules;
      this.fromSecond = moment.from().getEpochSecond();
      this.fromNano = moment.from().getNano();
      this.untilSecond = moment.until().getEpochSecond();
      this.untilNano = moment.until().getNano();
      this.item = item;
    }

    boolean holds(Presence current, Rules currentRules, long second, int nano) {
      return facts == current
          && rules == currentRules
          && (second < untilSecond || second == untilSecond && nano < untilNano)
          && (second > fromSecond || second == fromSecond && nano >= fromNano);
    }
  }

  User(UUID id, int number, Presence facts, Settling settling) {
    this.id = id;
    this.number = number;
    this.settling = settling;
    this.history = new History(facts, settling);
    this.facts = facts;
    this.before = facts;
  }

  UUID id() {
    return id;
  }

  /** The place among all users there ever were. */
  int number() {
    return number;
  }

  String displayName() {
    String name = displayName;
    // Made only when it is asked for: most of a million people never are.
    return name == null ? Names.of(id) : name;
  }

  void call(String name) {
    displayName = name;
  }

  Moment moment(Rules rules, Instant now) {
    return seen().moment(rules, now);
  }

  /** What would be shown if the last write had not been. */
  Moment before(Rules rules, Instant now) {
    return before.moment(rules, now);
  }

  /** What holds for the next write, be it seen yet or not. */
  Presence facts() {
    return facts;
  }

  private Presence seen() {
    return settling.immediate() ? facts : history.seen();
  }

  /** This person as others see them, as an item of an answer for many. */
  byte[] item(Rules rules, Instant now, PresenceJson json) {
    Rendered last = rendered;
    Presence current = seen();
    if (last != null && last.holds(current, rules, now.getEpochSecond(), now.getNano())) {
      return last.item;
    }
    Moment moment = current.moment(rules, now);
    byte[] item = json.item(id.toString(), moment, rules.messages().others());
    rendered = new Rendered(current, rules, moment, item);
    return item;
  }

  synchronized Optional<Refusal> write(Write write, Rules rules, InstantSource clock) {
    Written written = write.to(facts, rules, clock.instant());
    if (written.presence() != facts) {
      before = facts;
      history.add(written.presence());
      facts = written.presence();
    }
    return written.refusal();
  }
}
