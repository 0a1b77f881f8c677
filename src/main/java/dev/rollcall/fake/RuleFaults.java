package dev.rollcall.fake;

import dev.rollcall.fake.Fault.OfRule;
import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Span;
import dev.rollcall.presence.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Faults of rules: another length, order, table or decision than the documented one. */
final class RuleFaults {
  private static final Comparator<State> BY_NAME = Comparator.comparing(State::toString);

  private RuleFaults() {}

  static List<OfRule> all() {
    var faults = new ArrayList<OfRule>();
    faults.addAll(SessionFaults.all());
    faults.addAll(ChoiceFaults.all());
    faults.addAll(InputFaults.all());
    for (State pair : Rules.documented().sessionPairs().stream().sorted(BY_NAME).toList()) {
      faults.add(
          fault(
              slug(pair.activity()) + "-pair-refused",
              "setPresence refuses " + pair,
              rules -> rules.withoutSessionPair(pair)));
    }
    for (State pair : Rules.documented().preferencePairs().stream().sorted(BY_NAME).toList()) {
      faults.add(
          fault(
              "preferred-" + slug(pair.activity()) + "-refused",
              "setUserPreferredPresence refuses " + pair,
              rules -> rules.withoutPreferencePair(pair)));
    }
    return List.copyOf(faults);
  }

  static OfRule fault(String id, String description, UnaryOperator<Rules> change) {
    return new OfRule(id, description, change);
  }

  static OfRule span(String id, String description, Span span, Duration length) {
    return fault(id, description, rules -> rules.with(span, length));
  }

  static <D extends Enum<D> & Decision> OfRule decided(String id, String description, D decision) {
    return fault(id, description, rules -> rules.with(decision));
  }

  /** {@code InACall} becomes {@code in-a-call}. */
  private static String slug(String value) {
    return value.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
