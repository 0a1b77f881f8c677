package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.Pair;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that the control plane was sent. What is wrong with it is said in one sentence that
 * names the member.
 *
 * @param form what to send instead
 */
record Sent(JsonNode json, String form) {

  boolean has(String member) {
    return json.hasNonNull(member);
  }

  /** The object in a member; empty when it is absent or null. */
  Optional<Sent> inner(String member) {
    JsonNode value = json.path(member);
    if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
      throw wrong("'" + member + "' is no object");
    }
    return value.isObject() ? Optional.of(new Sent(value, form)) : Optional.empty();
  }

  Optional<String> text(String member) {
    JsonNode value = json.path(member);
    if (!value.isString() && !value.isNull() && !value.isMissingNode()) {
      throw wrong("'" + member + "' is no string");
    }
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  String need(String member) {
    return text(member).orElseThrow(() -> wrong("'" + member + "' is missing"));
  }

  boolean flag(String member) {
    JsonNode value = json.path(member);
    if (!value.isBoolean()) {
      throw wrong("'" + member + "' is neither true nor false");
    }
    return value.booleanValue();
  }

  UUID id(String member) {
    return Guid.of(need(member)).orElseThrow(() -> wrong("'" + member + "' is no GUID"));
  }

  User user(World world) {
    return Guid.of(need("user"))
        .flatMap(world::find)
        .orElseThrow(() -> wrong("'user' is nobody's id"));
  }

  Optional<Instant> instant(String member) {
    return time(member, Instant::parse, "instant such as 2027-01-31T12:00:00Z");
  }

  Optional<Duration> duration(String member) {
    return time(member, Duration::parse, "duration such as PT30M");
  }

  private <T> Optional<T> time(String member, Function<String, T> parse, String what) {
    return text(member)
        .map(
            text -> {
              try {
                return parse.apply(text);
              } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                    "'" + member + "' is no " + what + "; " + form, e);
              }
            });
  }

  /** The pair of both members, in either spelling. */
  Pair pair() {
    return new Pair(value("availability", Availability::of), value("activity", Activity::of));
  }

  private <T> T value(String member, Function<String, Optional<T>> known) {
    String text = need(member);
    return known
        .apply(Dialect.DOCUMENTED.read(text))
        .orElseThrow(() -> wrong("'" + member + "' has no value '" + text + "'"));
  }

  IllegalArgumentException wrong(String sentence) {
    return new IllegalArgumentException(sentence + "; " + form);
  }
}
