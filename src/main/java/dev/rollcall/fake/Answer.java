package dev.rollcall.fake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the fake answers, before it is handed to WireMock.
 *
 * @param headers those that belong to this answer; those of every answer come later
 */
record Answer(int status, Map<String, String> headers, Content content) {
  static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  private static final Map<String, String> ODATA =
      Map.of("Content-Type", JSON, "OData-Version", "4.0");
  private static final Map<String, String> PLAIN = Map.of("Content-Type", "application/json");

  Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, Content.of(body));
  }

  static Answer presence(byte[] body) {
    return presence(Content.of(body));
  }

  static Answer presence(Content content) {
    return new Answer(200, ODATA, content);
  }

  /** JSON that is not of presences. */
  static Answer plain(byte[] body) {
    return new Answer(200, PLAIN, body);
  }

  /** Done, and nothing to say. */
  static Answer done() {
    return new Answer(200, Map.of(), Content.none());
  }

  static Answer error(int status, byte[] envelope) {
    return new Answer(status, PLAIN, envelope);
  }

  byte[] body() {
    return content.bytes();
  }

  boolean success() {
    return status < 300;
  }

  Answer withStatus(int value) {
    return new Answer(value, headers, content);
  }

  Answer withBody(byte[] value) {
    return new Answer(status, headers, value);
  }

  Answer withoutHeader(String name) {
    Map<String, String> rest = new LinkedHashMap<>(headers);
    rest.remove(name);
    return new Answer(status, rest, content);
  }

  Answer withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Answer(status, all, content);
  }
}
