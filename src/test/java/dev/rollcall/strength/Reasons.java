package dev.rollcall.strength;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people have to say about the gaps, from {@code reasons.json}.
 *
 * @param faults by id: why no client could see it, or why the documentation allows it
 * @param checks by id: why one stays that finds nothing alone and shares all its clauses
 */
record Reasons(Map<String, String> faults, Map<String, String> checks) {
  static final String FILE = "src/test/resources/dev/rollcall/strength/reasons.json";

  static Reasons read() throws IOException {
    try (InputStream in = Reasons.class.getResourceAsStream("reasons.json")) {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readValue(Objects.requireNonNull(in), Reasons.class);
    }
  }
}
