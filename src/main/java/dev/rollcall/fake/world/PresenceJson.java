package dev.rollcall.fake.world;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.Version;
import dev.rollcall.presence.MessageRules.Shown;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.StatusMessage;
import dev.rollcall.presence.WorkLocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Presences as JSON, in one dialect. */
public final class PresenceJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS").withZone(ZoneOffset.UTC);

  private final Dialect dialect;

  public PresenceJson(Dialect dialect) {
    this.dialect = dialect;
  }

  /** One presence as an item among others: without context. */
  public byte[] item(String id, Moment moment, Shown shown) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      Pair pair = moment.visible().pair();
      json.writeStringProperty("availability", dialect.written(pair.availability().text()));
      json.writeStringProperty("activity", dialect.written(pair.activity().text()));
      json.writeName("statusMessage");
      message(json, moment.visible().message(), shown);
      if (moment.visible().workLocation().isPresent()) {
        json.writeName("workLocation");
        location(json, moment.visible().workLocation().get());
      }
      json.writeName("outOfOfficeSettings");
      outOfOffice(json, moment.visible().outOfOffice());
      json.writeStringProperty("sequenceNumber", moment.sequenceNumber());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /** An item on its own: the same with its context before all else. */
  public static byte[] alone(Version version, String context, byte[] item) {
    byte[] head =
        ("{\"@odata.context\":\"" + version.metadata() + context + "\",")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + item.length - 1];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(item, 1, all, head.length, item.length - 1);
    return all;
  }

  private static void message(JsonGenerator json, Optional<StatusMessage> message, Shown shown) {
    if (message.isEmpty() || !shown.text()) {
      json.writeNull();
      return;
    }
    StatusMessage status = message.get();
    json.writeStartObject();
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("content", status.content());
    json.writeStringProperty("contentType", "text");
    json.writeEndObject();
    if (shown.expiry()) {
      json.writeName("expiryDateTime");
      expiry(json, status.expiresAt());
    }
    if (shown.published()) {
      json.writeStringProperty("publishedDateTime", digits(status.publishedAt()) + "Z");
    }
    json.writeEndObject();
  }

  private static void expiry(JsonGenerator json, Optional<Instant> expiresAt) {
    if (expiresAt.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("dateTime", digits(expiresAt.get()));
    json.writeStringProperty("timeZone", "UTC");
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, WorkLocation location) {
    json.writeStartObject();
    json.writeStringProperty("source", location.source().text());
    json.writeStringProperty("workLocationType", location.place().type().text());
    json.writeName("placeId");
    text(json, location.place().placeId());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, Optional<String> text) {
    if (text.isPresent()) {
      json.writeString(text.get());
    } else {
      json.writeNull();
    }
  }

  private static void outOfOffice(JsonGenerator json, OutOfOffice outOfOffice) {
    json.writeStartObject();
    json.writeName("message");
    text(json, outOfOffice.message());
    json.writeBooleanProperty("isOutOfOffice", outOfOffice.isOutOfOffice());
    json.writeEndObject();
  }

  private static String digits(Instant instant) {
    return SEVEN_DIGITS.format(instant);
  }
}
