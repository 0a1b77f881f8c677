package dev.rollcall.fake;

import dev.rollcall.presence.Facts;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * One user of the fake. Changes are atomic. What other people see is kept as rendered bytes with
 * the span in which it holds, so that a batch answer is a concatenation.
 */
final class Account {
  private final String id;
  private final AtomicReference<Facts> facts;
  private final AtomicReference<Rendered> rendered = new AtomicReference<>();

  /** The bytes of a presence, from which facts and rules, and for how long they hold. */
  private record Rendered(Facts facts, Rules rules, Instant from, Instant until, byte[] bytes) {
    boolean holds(Facts current, Rules now, Instant at) {
      return facts == current && rules == now && !at.isBefore(from) && at.isBefore(until);
    }
  }

  Account(String id, Facts facts) {
    this.id = id;
    this.facts = new AtomicReference<>(facts);
  }

  String id() {
    return id;
  }

  Facts facts() {
    return facts.get();
  }

  Presence presence(Instant now, Rules rules) {
    return facts.get().at(now, rules);
  }

  void change(UnaryOperator<Facts> change) {
    facts.updateAndGet(change);
  }

  /** The presence as others see it, one JSON object. */
  byte[] asOthersSeeIt(Instant now, Rules rules, Rendering rendering) {
    Facts current = facts.get();
    Rendered kept = rendered.get();
    if (kept != null && kept.holds(current, rules, now)) {
      return kept.bytes();
    }
    Presence presence = current.at(now, rules);
    byte[] bytes = rendering.of(id, presence, false, rules);
    rendered.set(new Rendered(current, rules, now, presence.until(), bytes));
    return bytes;
  }
}
