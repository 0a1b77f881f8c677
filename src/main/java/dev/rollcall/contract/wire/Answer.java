package dev.rollcall.contract.wire;

import dev.rollcall.schema.StrictJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param call what was sent
 * @param headers by name in any letter case
 * @param body as read, after inflation
 * @param flaw what keeps the answer from being read to its end, as a clause; empty if it was
 */
public record Answer(Call call, int status, Map<String, String> headers, byte[] body, String flaw) {

  public Answer {
    var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = anyCase;
  }

  /** Whether the body ended before its announced end, or was longer than is read. */
  public boolean cut() {
    return !flaw.isEmpty();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body, if it is whole and JSON. */
  public Optional<JsonNode> json() {
    return cut() ? Optional.empty() : StrictJson.read(body);
  }

  /** The media type without its parameters, in lower case; empty when there is none. */
  public String mediaType() {
    return header("Content-Type")
        .map(type -> type.split(";")[0].strip().toLowerCase(java.util.Locale.ROOT))
        .orElse("");
  }
}
