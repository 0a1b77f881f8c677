package dev.rollcall.it;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The people, the clock and the requests that a staged fake shows. */
final class Cast {
  static final int PEOPLE = 620;

  private static final Instant START = Instant.parse("2027-03-04T09:30:00Z");
  private static final Duration CALL = Duration.ofMinutes(4).plusSeconds(31);

  private final List<Map<String, Object>> people = new ArrayList<>();
  private Instant now = START;
  private long readAt = System.nanoTime();
  private boolean frozen = true;

  Cast() {
    add("Amara Berg", "Busy", "InACall")
        .put("sessions", List.of(session("desktop", "Busy/InACall", CALL)));
    Map<String, Object> bruno = add("Bruno Castillo", "DoNotDisturb", "Presenting");
    bruno.put(
        "sessions", List.of(session("room 4", "DoNotDisturb/Presenting", Duration.ofMinutes(52))));
    bruno.put("statusMessage", ending("content", "Board meeting until four", Duration.ofHours(6)));
    Map<String, Object> seen = session("telephone", "Available/Available", Duration.ofMinutes(58));
    seen.put("fadesAt", START.plus(Duration.ofMinutes(3)).toString());
    add("Chiara Dubois", "Available", "Available").put("sessions", List.of(seen));
    Map<String, Object> faded = session("telephone", "Available/Available", Duration.ofMinutes(48));
    faded.put("shows", pair("Away/Away"));
    add("Dmitri Eriksen", "Away", "Away").put("sessions", List.of(faded));
    Map<String, Object> back = pair("BeRightBack/BeRightBack");
    back.put("expiresAt", START.plus(Duration.ofDays(1)).toString());
    add("Elif Fischer", "BeRightBack", "BeRightBack").put("preference", back);
    add("Farah Gupta", "Busy", "InAMeeting")
        .put("meeting", Map.of("until", START.plus(Duration.ofMinutes(25)).toString()));
    add("Goran Horvat", "Offline", "OffWork")
        .put("outOfOffice", Map.of("isOutOfOffice", true, "message", "Back on Monday"));
    while (people.size() < PEOPLE) {
      add("Colleague " + people.size(), "Offline", "Offline");
    }
  }

  void enter(StagedFake fake) {
    fake.stage("GET people", this::page);
    fake.stage("GET clock", body -> clock());
    fake.stage("POST clock", this::move);
    fake.stage("GET requests", body -> Map.of("requests", requests()));
    fake.stage("PUT state", this::set);
  }

  synchronized void rename(int index, String name) {
    people.get(index).put("displayName", name);
  }

  private Map<String, Object> add(String name, String availability, String activity) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("id", new UUID(0x11112222_3333_4444L, people.size()).toString());
    person.put("displayName", name);
    person.put("availability", availability);
    person.put("activity", activity);
    person.put("sessions", List.of());
    for (String none : List.of("preference", "statusMessage", "workLocation", "meeting")) {
      person.put(none, null);
    }
    person.put("outOfOffice", Map.of("isOutOfOffice", false));
    people.add(person);
    return person;
  }

  private Map<String, Object> session(String id, String pair, Duration life) {
    Map<String, Object> session = pair(pair);
    session.put("id", id);
    session.put("shows", pair(pair));
    session.put("expiresAt", now.plus(life).toString());
    session.put("fadesAt", null);
    return session;
  }

  private static Map<String, Object> pair(String pair) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("availability", pair.substring(0, pair.indexOf('/')));
    both.put("activity", pair.substring(pair.indexOf('/') + 1));
    return both;
  }

  private static Map<String, Object> ending(String member, String value, Duration life) {
    return Map.of(member, value, "expiresAt", START.plus(life).toString());
  }

  private synchronized Map<String, Object> page(JsonNode query) {
    int from = Math.min(query.path("offset").asInt(), people.size());
    int to = Math.min(from + query.path("limit").asInt(), people.size());
    List<Map<String, Object>> page = List.copyOf(people.subList(from, to));
    return Map.of("now", now.toString(), "total", people.size(), "people", page);
  }

  private synchronized Map<String, Object> clock() {
    long read = System.nanoTime();
    if (!frozen) {
      now = now.plusNanos(read - readAt);
    }
    readAt = read;
    return Map.of("now", now.toString(), "frozen", frozen);
  }

  private synchronized Map<String, Object> move(JsonNode body) {
    clock();
    if (body.has("frozen")) {
      frozen = body.path("frozen").asBoolean();
    }
    if (body.has("advance")) {
      now = now.plus(Duration.parse(body.path("advance").asString()));
    }
    return clock();
  }

  private synchronized Map<String, Object> set(JsonNode body) {
    String id = body.path("user").asString();
    Map<String, Object> person =
        people.stream().filter(each -> each.get("id").equals(id)).findFirst().orElseThrow();
    boolean clear = body.path("clear").asBoolean(false);
    String pair =
        clear
            ? "Offline/Offline"
            : body.path("availability").asString() + "/" + body.path("activity").asString();
    person.putAll(pair(pair));
    person.put(
        "sessions",
        clear
            ? List.of()
            : List.of(
                session(
                    "control plane",
                    pair,
                    Duration.parse(body.path("expirationDuration").asString()))));
    return person;
  }

  private static List<Map<String, Object>> requests() {
    String user = "/v1.0/users/11112222-3333-4444-0000-000000000001/presence";
    return List.of(
        request("09:29:58", "GET", user, 200, "getPresence"),
        request("09:29:57", "POST", user + "/setPresence", 200, "setPresence"),
        request("09:29:55", "POST", user + "/setPresence", 429, "setPresence"),
        request(
            "09:29:54",
            "POST",
            "/v1.0/communications/getPresencesByUserId",
            200,
            "getPresencesByUserId"),
        request("09:29:41", "GET", "/v1.0/me/presence", 401, "getPresence"));
  }

  private static Map<String, Object> request(
      String time, String method, String path, int status, String operation) {
    return Map.of(
        "at",
        "2027-03-04T" + time + "Z",
        "method",
        method,
        "path",
        path,
        "status",
        status,
        "operation",
        operation);
  }
}
