package dev.rollcall.schema;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON as it has to be between programs (RFC 8259): one value in UTF-8 without a byte order
 * mark, nothing after it, no member twice. What only a lenient reader makes sense of is no JSON.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StrictJson() {}

  /** The value; empty when the bytes are no JSON. */
  public static Optional<JsonNode> read(byte[] bytes) {
    if (!beginsInUtf8(bytes)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(bytes)).filter(node -> !node.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  // A byte order mark, or the zero that every other encoding has among its first two bytes.
  private static boolean beginsInUtf8(byte[] bytes) {
    return bytes.length < 2 || (bytes[0] > 0 && bytes[1] != 0);
  }
}
