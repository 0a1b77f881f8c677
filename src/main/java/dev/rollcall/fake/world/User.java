package dev.rollcall.fake.world;

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
public final class User {
  private final UUID id;
  private final int number;
  private final Settling settling;
  private final Board board;
  private final History history;
  private volatile Presence facts;
  private volatile @Nullable String displayName;
  private volatile Presence before;
  private volatile @Nullable Item item;

  User(UUID id, int number, Presence facts, Settling settling, Board board) {
    this.id = id;
    this.number = number;
    this.settling = settling;
    this.board = board;
    this.history = new History(facts, settling);
    this.facts = facts;
    this.before = facts;
  }

  public UUID id() {
    return id;
  }

  /** The place among all users there ever were. */
  int number() {
    return number;
  }

  public String displayName() {
    String name = displayName;
    // Made only when it is asked for: most of a million people never are.
    return name == null ? Names.of(id) : name;
  }

  public void call(String name) {
    displayName = name;
  }

  public Moment moment(Rules rules, Instant now) {
    return seen().moment(rules, now);
  }

  /** What would be shown if the last write had not been. */
  public Moment before(Rules rules, Instant now) {
    return before.moment(rules, now);
  }

  /** What holds for the next write, be it seen yet or not. */
  public Presence facts() {
    return facts;
  }

  private Presence seen() {
    return settling.immediate() ? facts : history.seen();
  }

  /** This person as others see them, as an item of an answer for many. */
  public Item item(Rules rules, Instant now, Stencils stencils) {
    Item last = item;
    Presence current = seen();
    return last != null && last.holds(current, rules, now)
        ? last
        : rendered(current, rules, now, stencils);
  }

  private Item rendered(Presence current, Rules rules, Instant now, Stencils stencils) {
    Moment moment = current.moment(rules, now);
    Stencil stencil = stencils.of(moment, rules.messages().others());
    Item fresh = new Item(current, rules, moment, stencil);
    item = fresh;
    return fresh;
  }

  public synchronized Optional<Refusal> write(Write write, Rules rules, InstantSource clock) {
    Written written = write.to(facts, rules, clock.instant());
    if (written.presence() != facts) {
      before = facts;
      history.add(written.presence());
      facts = written.presence();
      board.forget(number);
    }
    return written.refusal();
  }
}
