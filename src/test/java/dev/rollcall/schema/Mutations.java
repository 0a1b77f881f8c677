package dev.rollcall.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes documents at random, yet always the same way for a seed. */
final class Mutations {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "200.0",
          "-0.5",
          "1e400",
          "[]",
          "[null]",
          "{}",
          "{\"id\":\"1\"}",
          "\"\"",
          "\"Busy\"",
          "\"busy\"",
          "\"BUSY\"",
          "\"InACall\"",
          "\"AvailableIdle\"",
          "\"html\"",
          "\"PT5M\"",
          "\"2026-12-31T23:59:59Z\"",
          "\"2026-02-29T00:00:00Z\"",
          "\"2028-02-29T00:00:00.1Z\"",
          "\"2026-12-31T23:59:60Z\"",
          "\"0000-01-01T00:00:00Z\"",
          "\"2026-01-01t00:00:00z\"",
          "\"2026-01-01T00:00:00.1234567890123Z\"",
          "\"2026-01-01T00:00:00+01:00\"",
          "\"66825E03-7EF5-42DA-9069-724602C31F6B\"",
          "\"66825e03-7ef5-42da-9069-724602c31f6b\\n\"");
  private static final List<String> NAMES =
      List.of("id", "activity", "value", "mood", "", "#x", "@x", "a@odata.b", "@odata", "x@y");
  private static final String CHARACTERS = "0123456789abfgzAFTZ-:.+ \u00e9\u0661";

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** A copy with up to three changes, or with none. */
  JsonNode of(JsonNode document) {
    JsonNode changed = document.deepCopy();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<JsonNode> containers = new ArrayList<>();
      collect(changed, containers);
      JsonNode one = containers.isEmpty() || random.nextInt(50) == 0 ? value() : one(containers);
      if (one instanceof ObjectNode object) {
        change(object);
      } else if (one instanceof ArrayNode array) {
        change(array);
      } else {
        changed = one;
      }
    }
    return changed;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.values().forEach(each -> collect(each, containers));
    }
  }

  private void change(ObjectNode object) {
    List<String> names = List.copyOf(object.propertyNames());
    if (names.isEmpty() || random.nextInt(4) == 0) {
      object.set(one(NAMES), value());
    } else if (random.nextInt(4) == 0) {
      object.remove(one(names));
    } else {
      String name = one(names);
      object.set(name, changed(object.get(name)));
    }
  }

  private void change(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(4) == 0) {
      array.add(value());
    } else if (random.nextInt(4) == 0) {
      array.remove(random.nextInt(array.size()));
    } else {
      int index = random.nextInt(array.size());
      array.set(index, changed(array.get(index)));
    }
  }

  private JsonNode changed(JsonNode node) {
    return node.isString() && random.nextBoolean()
        ? JsonNodeFactory.instance.stringNode(changed(node.stringValue()))
        : value();
  }

  /** One character put in, taken out or replaced. */
  String changed(String text) {
    int at = random.nextInt(text.length() + 1);
    int until = Math.min(text.length(), at + random.nextInt(2));
    String instead =
        random.nextInt(3) == 0
            ? ""
            : String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    return text.substring(0, at) + instead + text.substring(until);
  }

  private JsonNode value() {
    return JsonMapper.shared().readTree(one(VALUES));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
