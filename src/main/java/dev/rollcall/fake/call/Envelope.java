package dev.rollcall.fake.call;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The body of every error; facts file, section 6.2. */
public final class Envelope {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter WITHOUT_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private Envelope() {}

  public static Answer of(Refused refused, Call call) {
    return of(refused.status(), refused.code(), refused.sentence(), call);
  }

  public static Answer of(int status, String code, String message, Call call) {
    return Answer.error(
        status, bytes(code, message, call.now(), call.requestId(), call.clientRequestId()));
  }

  public static byte[] bytes(
      String code, String message, Instant now, String requestId, String clientRequestId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("error");
      json.writeStringProperty("code", code);
      json.writeStringProperty("message", message);
      json.writeObjectPropertyStart("innerError");
      json.writeStringProperty("date", WITHOUT_ZONE.format(now));
      json.writeStringProperty("request-id", requestId);
      json.writeStringProperty("client-request-id", clientRequestId);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
