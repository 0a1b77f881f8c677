package dev.rollcall.schema;

import dev.rollcall.definition.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which members hold values of open lists, by schema file; read from the schemas themselves. */
final class OpenLists {
  private static final String MARK = "Documented";

  private final Map<String, Set<String>> membersByFile;

  private OpenLists(Map<String, Set<String>> membersByFile) {
    this.membersByFile = membersByFile;
  }

  static OpenLists of(Map<String, String> files) {
    Map<String, JsonNode> schemas = new HashMap<>();
    files.forEach((file, text) -> schemas.put(file, JsonMapper.shared().readTree(text)));
    Map<String, Set<String>> members = new HashMap<>();
    for (String file : schemas.keySet()) {
      Set<String> reached = new HashSet<>();
      reach(file, schemas, reached);
      Set<String> names = new HashSet<>();
      reached.forEach(each -> names.addAll(listed(schemas.get(each))));
      members.put(file, names);
    }
    return new OpenLists(members);
  }

  List<Spelled> spelled(String file, JsonNode document) {
    List<Spelled> found = new ArrayList<>();
    Set<String> members = membersByFile.getOrDefault(file, Set.of());
    if (!members.isEmpty()) {
      collect("", document, members, found);
    }
    return found;
  }

  private static void collect(
      String pointer, JsonNode node, Set<String> members, List<Spelled> found) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String below = pointer + "/" + member.getKey();
        if (member.getValue().isString() && members.contains(member.getKey())) {
          String value = member.getValue().stringValue();
          Spelling.in(value).ifPresent(way -> found.add(new Spelled(below, value, way)));
        } else {
          collect(below, member.getValue(), members, found);
        }
      }
    } else if (node.isArray()) {
      node.values().forEach(element -> collect(pointer + "/*", element, members, found));
    }
  }

  private static Set<String> listed(JsonNode schema) {
    Set<String> names = new HashSet<>();
    for (String definition : schema.path("$defs").propertyNames()) {
      if (definition.endsWith(MARK)) {
        names.add(definition.substring(0, definition.length() - MARK.length()));
      }
    }
    return names;
  }

  private static void reach(String file, Map<String, JsonNode> schemas, Set<String> reached) {
    if (schemas.containsKey(file) && reached.add(file)) {
      for (JsonNode reference : schemas.get(file).findValues("$ref")) {
        reach(reference.asString(), schemas, reached);
      }
    }
  }
}
