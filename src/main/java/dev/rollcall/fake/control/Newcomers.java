package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.world.Newcomer;
import dev.rollcall.presence.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads who is to come into the world, from JSON or CSV. */
final class Newcomers {
  static final int MOST = 100_000;

  private static final String ID = "id";
  private static final String DISPLAY_NAME = "displayName";
  private static final String AVAILABILITY = "availability";
  private static final String ACTIVITY = "activity";
  private static final String FORM =
      "send {\"users\": [{\"id\": \"<user id>\", \"displayName\": \"<name>\", \"presence\":"
          + " {\"availability\": \"Busy\", \"activity\": \"InACall\"}}]}, of which each can be left"
          + " out";
  private static final List<String> COLUMNS = List.of(ID, DISPLAY_NAME, AVAILABILITY, ACTIVITY);
  private static final String CSV_FORM =
      "send lines of " + String.join(",", COLUMNS) + ", of which each can be empty";

  private Newcomers() {}

  static boolean areCsv(Asked asked) {
    return asked.contentType().toLowerCase(Locale.ROOT).startsWith("text/csv");
  }

  static List<Newcomer> ofIds(JsonNode body) {
    return bounded(
        Strings.of(body, "ids", "send {\"ids\": [\"<user id>\", ...]}").stream()
            .map(
                text ->
                    Guid.of(text)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "one of the 'ids' is no GUID; send GUIDs")))
            .map(Newcomer::of)
            .toList());
  }

  static List<Newcomer> ofUsers(JsonNode body) {
    JsonNode list = body.path("users");
    List<Newcomer> all = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.isObject()) {
        break;
      }
      Sent sent = new Sent(each, FORM);
      all.add(newcomer(sent, sent.inner("presence").map(Sent::pair)));
    }
    if (!list.isArray() || all.size() != list.size()) {
      throw new IllegalArgumentException("'users' is no list of objects; " + FORM);
    }
    return bounded(all);
  }

  static List<Newcomer> ofCsv(byte[] body) {
    // Spreadsheets begin a file with a mark that is no part of the first cell.
    String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
    List<String> lines = text.lines().toList();
    List<Newcomer> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean heading = i == 0 && line.equalsIgnoreCase(String.join(",", COLUMNS));
      if (!line.isEmpty() && !heading) {
        all.add(ofLine(line, "line " + (i + 1) + " is wrong; " + CSV_FORM));
      }
    }
    return bounded(all);
  }

  private static Newcomer ofLine(String line, String form) {
    List<String> cells = cells(line, form);
    if (cells.size() > COLUMNS.size()) {
      throw new IllegalArgumentException("there are more than four cells; " + form);
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        members.put(COLUMNS.get(i), cells.get(i).strip());
      }
    }
    var json = JsonNodeFactory.instance.objectNode();
    members.forEach(json::put);
    Sent sent = new Sent(json, form);
    boolean says = sent.has(AVAILABILITY) || sent.has(ACTIVITY);
    return newcomer(sent, says ? Optional.of(sent.pair()) : Optional.empty());
  }

  /** The cells of a line; one in quotation marks may hold commas, and two marks for one. */
  private static List<String> cells(String line, String form) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quotation mark is not closed; " + form);
    }
    cells.add(cell.toString());
    return cells;
  }

  private static Newcomer newcomer(Sent sent, Optional<Pair> pair) {
    UUID id = sent.has(ID) ? sent.id(ID) : UUID.randomUUID();
    return new Newcomer(id, sent.text(DISPLAY_NAME), pair);
  }

  private static List<Newcomer> bounded(List<Newcomer> all) {
    if (all.isEmpty() || all.size() > MOST) {
      throw new IllegalArgumentException(
          "these are " + all.size() + " users; send from 1 to " + MOST);
    }
    return all;
  }
}
