package dev.rollcall.fake;

import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.StatusMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a presence as JSON, with the members and in the forms that Graph sends (facts 1, 2.2 and
 * 3.5).
 */
final class Rendering {
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final FakeOptions.Dialect dialect;

  Rendering(FakeOptions.Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @param own whether the reader is the user
   */
  byte[] of(String id, Presence presence, boolean own, Rules rules) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", id);
    json.put("availability", spelled(presence.state().availability()));
    json.put("activity", spelled(presence.state().activity()));
    boolean dates =
        own || rules.decision(Decision.MessageDates.class) == Decision.MessageDates.EVERYBODY;
    presence
        .message()
        .ifPresentOrElse(
            message -> write(json.putObject("statusMessage"), message, dates, rules),
            () -> json.putNull("statusMessage"));
    ObjectNode outOfOffice = json.putObject("outOfOfficeSettings");
    outOfOffice.put("message", presence.outOfOffice().message().orElse(null));
    outOfOffice.put("isOutOfOffice", presence.outOfOffice().isOutOfOffice());
    json.put("sequenceNumber", presence.sequenceNumber());
    return JsonMapper.shared().writeValueAsBytes(json);
  }

  private static void write(ObjectNode json, StatusMessage message, boolean dates, Rules rules) {
    json.putObject("message")
        .put("content", message.content())
        .put("contentType", message.contentType());
    if (dates) {
      json.put("publishedDateTime", SEVEN_DIGITS.format(message.publishedAt()) + "Z");
      message.end(rules).ifPresent(end -> expiry(json, end));
    }
  }

  private static void expiry(ObjectNode json, Instant end) {
    json.putObject("expiryDateTime")
        .put("dateTime", SEVEN_DIGITS.format(end))
        .put("timeZone", "UTC");
  }

  private String spelled(String value) {
    return switch (dialect) {
      case PASCAL -> value;
      case DOCUMENTED -> value.substring(0, 1).toLowerCase(Locale.ROOT) + value.substring(1);
    };
  }
}
