package dev.rollcall.contract.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to be sent.
 *
 * @param operation the one of the definition that it belongs to
 * @param path below the version segment, ready for the request line
 * @param headers beside Authorization
 * @param body empty for none
 * @param authorized whether the bearer token goes with it
 */
public record Call(
    String operation,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body,
    boolean authorized) {

  /** A request without body. */
  public static Call of(String operation, String method, String path) {
    return new Call(operation, method, path, Map.of(), new byte[0], true);
  }

  /** The same with a JSON body. */
  public Call json(String text) {
    return body("application/json", text);
  }

  /** The same with a body of any type. */
  public Call body(String contentType, String text) {
    return untyped(text).header("Content-Type", contentType);
  }

  /** The same with a body of no declared type. */
  public Call untyped(String text) {
    var others = new LinkedHashMap<>(headers);
    others.remove("Content-Type");
    return new Call(
        operation, method, path, others, text.getBytes(StandardCharsets.UTF_8), authorized);
  }

  public Call header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(operation, method, path, more, body, authorized);
  }

  /** The same without a bearer token. */
  public Call anonymous() {
    return new Call(operation, method, path, headers, body, false);
  }

  /** Method and path, as a reader names it. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
