package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.presence.WriteRules;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON object that an action is sent.
 *
 * @param faults those that were on when it came
 */
record Body(JsonNode json, ActiveFaults faults) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonMapper LAX =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  // Days and less, as the service's schema has it: Duration.parse takes signs in odd places.
  private static final Pattern DURATION =
      Pattern.compile("-?P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

  /**
   * @throws Refused if there is none, or it is no JSON object
   */
  static Body of(Call call) {
    if (!call.hasBody()) {
      throw Refused.invalid("The request has no body.");
    }
    if (!call.declaresJson()) {
      throw Refused.unsupportedBody();
    }
    try {
      JsonMapper mapper = call.faults().has(Lapse.TRAILING_JSON_ACCEPTED) ? LAX : MAPPER;
      JsonNode json = mapper.readTree(call.body());
      if (!json.isObject()) {
        throw Refused.unreadable("The body is not a JSON object.");
      }
      return new Body(json, call.faults());
    } catch (JacksonException e) {
      throw Refused.unreadable("The body is not JSON.");
    }
  }

  /**
   * For what needs no body: one that comes along all the same has to be readable.
   *
   * @throws Refused if it is no JSON object
   */
  static void ignored(Call call) {
    if (call.hasBody()) {
      of(call);
    }
  }

  /**
   * The text of a member; empty when it is absent or null.
   *
   * @throws Refused if it is no string
   */
  Optional<String> text(String member) {
    Optional<JsonNode> value = member(member);
    if (faults.has(Lapse.NUMBERS_TAKEN_AS_TEXT) && json.path(member).isNumber()) {
      return value.map(JsonNode::asString);
    }
    if (value.filter(each -> !each.isString()).isPresent()) {
      throw Refused.invalid(named(member) + " has to be a string.");
    }
    return value.map(JsonNode::stringValue).map(text -> whole(member, text));
  }

  // No UTF-8 can say half a character, so it could not be shown again.
  private static String whole(String member, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Refused.invalid(named(member) + " holds half a character.");
    }
    return text;
  }

  /**
   * The object of a member; empty when it is absent or null.
   *
   * @throws Refused if it is no object
   */
  Optional<Body> object(String member) {
    Optional<JsonNode> value = member(member);
    if (value.filter(each -> !each.isObject()).isPresent()) {
      throw Refused.invalid(named(member) + " has to be an object.");
    }
    return value.map(each -> new Body(each, faults));
  }

  /**
   * @throws Refused if the member is not there; null is
   */
  Body having(String member) {
    if (!json.has(member)) {
      throw Refused.invalid(named(member) + " is required.");
    }
    return this;
  }

  /**
   * The life that is asked for.
   *
   * @throws Refused if it is no ISO 8601 duration of days or less
   */
  Optional<Duration> life(WriteRules rules) {
    Optional<String> text = text("expirationDuration");
    if (json.path("expirationDuration").isNull() && faults.has(Lapse.NULL_DURATION_REFUSED)) {
      throw Refused.invalid("ExpirationDuration cannot be null.");
    }
    Optional<Duration> life = text.flatMap(Body::duration);
    if (faults.has(Lapse.DURATION_SPELLINGS_REFUSED)) {
      life = life.filter(length -> text.get().equals(length.toString()));
    }
    if (text.isPresent() && life.isEmpty() && rules.unreadable() == WriteRules.Unreadable.REFUSED) {
      throw Refused.invalid("ExpirationDuration is no ISO 8601 duration such as PT1H.");
    }
    return life;
  }

  private static Optional<Duration> duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
  }

  // Refusals give members with a capital letter, as the service does.
  static String named(String member) {
    return member.isEmpty()
        ? "A member without a name"
        : Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }
}
