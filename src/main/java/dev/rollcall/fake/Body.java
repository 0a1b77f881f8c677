package dev.rollcall.fake;

import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.State;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON body of an action; what is wrong with it is refused with 400. */
record Body(JsonNode json) {

  static Body of(Call call) {
    try {
      JsonNode json = JsonMapper.shared().readTree(call.jsonBody());
      if (!json.isObject()) {
        throw Refusal.badRequest("The body has to be a JSON object.");
      }
      return new Body(json);
    } catch (JacksonException e) {
      throw Refusal.badRequest("The body is no JSON.");
    }
  }

  /** A member that has to be a string, if it is there at all. */
  Optional<String> text(String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw Refusal.badRequest("[" + member + "]: a string is needed.");
    }
    return Optional.of(value.asString());
  }

  /** The id of the application's session. */
  String sessionId(Rules rules) {
    return switch (rules.decision(Decision.SessionId.class)) {
      case REQUIRED ->
          text("sessionId")
              .filter(id -> !id.isBlank())
              .orElseThrow(
                  () -> Refusal.badRequest("[SessionId]: The SessionId field is required."));
      case OPTIONAL -> text("sessionId").orElse("anonymous");
    };
  }

  /** Availability and activity, which have to be one of the allowed pairs. */
  State pair(Set<State> allowed, Rules rules) {
    boolean required = rules.decision(Decision.PairMembers.class) == Decision.PairMembers.REQUIRED;
    State pair = new State(half("availability", required), half("activity", required));
    boolean any = rules.decision(Decision.Pairs.class) == Decision.Pairs.ANY;
    if (any || allowed.contains(pair) || (!required && pair.toString().contains("Busy"))) {
      return pair;
    }
    throw Refusal.badRequest("The pair " + pair + " is not allowed.");
  }

  private String half(String member, boolean required) {
    Optional<String> value = text(member);
    if (required && value.isEmpty()) {
      throw Refusal.badRequest("[" + member + "]: the field is required.");
    }
    return value.orElse("Busy");
  }

  /** How long something is to last, between two ends. */
  Optional<Duration> duration(Duration shortest, Duration longest, Rules rules) {
    boolean any = rules.decision(Decision.Durations.class) == Decision.Durations.ANY;
    return text("expirationDuration").map(text -> duration(text, shortest, longest, any));
  }

  private static Duration duration(String text, Duration shortest, Duration longest, boolean any) {
    try {
      Duration duration = Duration.parse(text);
      if (any || (duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0)) {
        return duration;
      }
      throw Refusal.badRequest("The provided [ExpirationDuration] is out of range.");
    } catch (DateTimeParseException e) {
      if (any) {
        return shortest;
      }
      throw Refusal.badRequest("[expirationDuration]: an ISO 8601 duration is needed.");
    }
  }
}
