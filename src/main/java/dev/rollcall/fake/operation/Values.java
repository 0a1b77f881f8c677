package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads availability and activity in one dialect. */
record Values(Dialect dialect) {

  Optional<Availability> availability(Body body) {
    return value(body, "availability", Availability::of);
  }

  Optional<Activity> activity(Body body) {
    return value(body, "activity", Activity::of);
  }

  private static String spelt(String text, ActiveFaults faults) {
    return faults.has(Lapse.VALUES_IN_ANY_CASE_ACCEPTED)
        ? Stream.concat(
                Stream.of(Availability.values()).map(Availability::text),
                Stream.of(Activity.values()).map(Activity::text))
            .filter(text::equalsIgnoreCase)
            .findFirst()
            .orElse(text)
        : text;
  }

  private <T> Optional<T> value(Body body, String member, Function<String, Optional<T>> known) {
    return body.text(member)
        .map(text -> spelt(text, body.faults()))
        .map(
            text ->
                known
                    .apply(dialect.read(text))
                    .orElseThrow(
                        () -> Refused.invalid(Body.named(member) + " has no such value.")));
  }
}
