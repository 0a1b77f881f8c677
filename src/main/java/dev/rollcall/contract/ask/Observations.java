package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Answer;
import dev.rollcall.schema.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Behaviour that may or may not be there: noted as seen or not, never judged. Keys are statement
 * numbers.
 */
public final class Observations {
  private static final String OUT = "/outOfOfficeSettings/isOutOfOffice";
  private static final String OUT_TEXT = "/outOfOfficeSettings/message";
  private static final Instant STAMPS_BEGIN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Map<String, BiPredicate<Answer, JsonNode>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("S-009", any(p -> p.at(OUT).isBoolean() && !out(p) && p.at(OUT_TEXT).isNull()));
    ALL.put("S-011", any(p -> p.path("sequenceNumber").asString("").matches("[A-Z]\\d{10}")));
    ALL.put(
        "S-023",
        (answer, json) -> json.path("@odata.context").asString("").endsWith("/presence/$entity"));
    ALL.put(
        "S-039",
        any(
            p ->
                p.path("availability").isString()
                    && p.get("availability").equals(p.get("activity"))));
    ALL.put("S-058", Observations::isInRequestOrder);
    ALL.put(
        "S-233",
        any(
            p ->
                p.at("/statusMessage/expiryDateTime/dateTime")
                    .asString("")
                    .startsWith("9999-12-31")));
    ALL.put("S-234", any(p -> p.path("statusMessage").isNull()));
    ALL.put(
        "S-244",
        any(p -> out(p) && !Pair.pascal(p.path("activity").asString("")).equals("OutOfOffice")));
    ALL.put("S-245", any(p -> out(p) && p.at(OUT_TEXT).isNull()));
    ALL.put("S-246", (answer, json) -> any(p -> isStampedBefore(p, answer)).test(answer, json));
  }

  private Observations() {}

  /** Statements of all observations. */
  public static Set<String> statements() {
    return ALL.keySet();
  }

  /** Those that this successful answer shows. */
  static Set<String> of(Answer answer, JsonNode json) {
    return ALL.entrySet().stream()
        .filter(observation -> observation.getValue().test(answer, json))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Seen in any presence of an answer, be it one or many. */
  private static BiPredicate<Answer, JsonNode> any(Predicate<JsonNode> seen) {
    return (answer, json) ->
        json.path("value").isArray()
            ? json.path("value").valueStream().anyMatch(seen)
            : seen.test(json);
  }

  private static boolean out(JsonNode presence) {
    return presence.at(OUT).asBoolean(false);
  }

  /** By the answer's own clock, and a little skew between the machines behind it. */
  private static boolean isStampedBefore(JsonNode presence, Answer answer) {
    String stamp = presence.path("sequenceNumber").asString("");
    Optional<Instant> date = answer.header("Date").flatMap(Observations::date);
    return stamp.matches("[A-Z]\\d{10}")
        && date.isPresent()
        && !date.get()
            .plusSeconds(60)
            .isBefore(STAMPS_BEGIN.plusSeconds(Long.parseLong(stamp.substring(1))));
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isInRequestOrder(Answer answer, JsonNode json) {
    if (!answer.call().operation().equals("getPresencesByUserId")) {
      return false;
    }
    // What was asked may be no JSON on purpose, and be answered all the same.
    List<String> asked =
        StrictJson.read(answer.call().body())
            .map(body -> strings(body.path("ids"), ""))
            .orElse(List.of());
    return asked.size() > 1 && asked.equals(strings(json.path("value"), "id"));
  }

  private static List<String> strings(JsonNode array, String member) {
    return array
        .valueStream()
        .map(node -> (member.isEmpty() ? node : node.path(member)).asString(""))
        .toList();
  }
}
