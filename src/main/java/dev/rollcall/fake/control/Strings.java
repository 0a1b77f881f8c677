package dev.rollcall.fake.control;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists of strings in JSON. */
final class Strings {
  private Strings() {}

  /**
   * @param remedy what to send instead
   * @throws IllegalArgumentException if the member is not there or is no list of strings
   */
  static List<String> of(JsonNode body, String member, String remedy) {
    JsonNode list = body.path(member);
    List<String> strings = new ArrayList<>();
    for (JsonNode each : list) {
      if (each.isString()) {
        strings.add(each.stringValue());
      }
    }
    if (!list.isArray() || strings.size() != list.size()) {
      throw new IllegalArgumentException("'" + member + "' is no list of strings; " + remedy);
    }
    return strings;
  }
}
