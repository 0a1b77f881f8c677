package dev.rollcall.fake;

import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import java.util.Optional;
import java.util.function.Function;

/** Reads availability and activity in one dialect. */
record Values(Dialect dialect) {

  Optional<Availability> availability(Body body) {
    return value(body, "availability", Availability::of);
  }

  Optional<Activity> activity(Body body) {
    return value(body, "activity", Activity::of);
  }

  private <T> Optional<T> value(Body body, String member, Function<String, Optional<T>> known) {
    return body.text(member)
        .map(
            text ->
                known
                    .apply(dialect.read(text))
                    .orElseThrow(
                        () -> Refused.invalid(Body.named(member) + " has no such value.")));
  }
}
