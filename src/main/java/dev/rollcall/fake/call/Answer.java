package dev.rollcall.fake.call;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the fake answers, before it is handed to WireMock.
 *
 * @param headers those that belong to this answer; those of every answer come later
 */
public record Answer(int status, Map<String, String> headers, Content content) {
  static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  private static final Map<String, String> ODATA =
      Map.of("Content-Type", JSON, "OData-Version", "4.0");
  private static final Map<String, String> PLAIN = Map.of("Content-Type", "application/json");

  public Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, Content.of(body));
  }

  public static Answer presence(byte[] body) {
    return presence(Content.of(body));
  }

  public static Answer presence(Content content) {
    return new Answer(200, ODATA, content);
  }

  /** JSON that is not of presences. */
  public static Answer plain(byte[] body) {
    return new Answer(200, PLAIN, body);
  }

  /** Done, and nothing to say. */
  public static Answer done() {
    return new Answer(200, Map.of(), Content.none());
  }

  static Answer error(int status, byte[] envelope) {
    return new Answer(status, PLAIN, envelope);
  }

  public byte[] body() {
    return content.bytes();
  }

  public boolean success() {
    return status < 300;
  }

  public Answer withStatus(int value) {
    return new Answer(value, headers, content);
  }

  public Answer withBody(byte[] value) {
    return new Answer(status, headers, value);
  }

  public Answer withoutHeader(String name) {
    Map<String, String> rest = new LinkedHashMap<>(headers);
    rest.remove(name);
    return new Answer(status, rest, content);
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Answer(status, all, content);
  }
}
