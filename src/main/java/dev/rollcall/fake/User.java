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
  private final History history;
  private volatile @Nullable String displayName;
  private volatile Presence before;
  private volatile @Nullable Rendered rendered;

  private record Rendered(Presence facts, Rules rules, Instant from, Instant until, byte[] item) {

    boolean holds(Presence current, Rules currentRules, Instant now) {
      return facts == current
          && rules == currentRules
          && now.isBefore(until)
          && !now.isBefore(from);
    }
  }

  User(UUID id, int number, Presence facts, Settling settling) {
    this.id = id;
    this.number = number;
    this.history = new History(facts, settling);
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
    return history.seen().moment(rules, now);
  }

  /** What would be shown if the last write had not been. */
  Moment before(Rules rules, Instant now) {
    return before.moment(rules, now);
  }

  /** What holds for the next write, be it seen yet or not. */
  Presence facts() {
    return history.newest();
  }

  /** This person as others see them, as an item of an answer for many. */
  byte[] item(Rules rules, Instant now, PresenceJson json) {
    Rendered last = rendered;
    Presence current = history.seen();
    if (last != null && last.holds(current, rules, now)) {
      return last.item;
    }
    Moment moment = current.moment(rules, now);
    byte[] item = json.item(id.toString(), moment, rules.messages().others());
    rendered = new Rendered(current, rules, moment.from(), moment.until(), item);
    return item;
  }

  synchronized Optional<Refusal> write(Write write, Rules rules, InstantSource clock) {
    Presence facts = history.newest();
    Written written = write.to(facts, rules, clock.instant());
    if (written.presence() != facts) {
      before = facts;
      history.add(written.presence());
    }
    return written.refusal();
  }
}
