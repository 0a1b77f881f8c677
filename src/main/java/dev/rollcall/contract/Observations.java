package dev.rollcall.contract;

import dev.rollcall.contract.wire.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Behaviour that may or may not be there: noted as seen or not, never judged. Keys are statement
 * numbers.
 */
final class Observations {
  private static final Map<String, BiPredicate<Answer, JsonNode>> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "S-011",
        (answer, json) -> json.path("sequenceNumber").asString("").matches("[A-Z]\\d{10}"));
    ALL.put(
        "S-023",
        (answer, json) -> json.path("@odata.context").asString("").endsWith("/presence/$entity"));
    ALL.put("S-058", Observations::isInRequestOrder);
    ALL.put("S-234", (answer, json) -> json.path("statusMessage").isNull());
  }

  private Observations() {}

  /** Statements of all observations. */
  static Set<String> statements() {
    return ALL.keySet();
  }

  /** Those that this successful answer shows. */
  static Set<String> of(Answer answer, JsonNode json) {
    return ALL.entrySet().stream()
        .filter(observation -> observation.getValue().test(answer, json))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isInRequestOrder(Answer answer, JsonNode json) {
    if (!answer.call().operation().equals("getPresencesByUserId")) {
      return false;
    }
    List<String> asked =
        strings(JsonMapper.shared().readTree(answer.call().body()).path("ids"), "");
    return asked.size() > 1 && asked.equals(strings(json.path("value"), "id"));
  }

  private static List<String> strings(JsonNode array, String member) {
    return array
        .valueStream()
        .map(node -> (member.isEmpty() ? node : node.path(member)).asString(""))
        .toList();
  }
}
