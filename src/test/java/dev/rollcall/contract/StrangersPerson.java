package dev.rollcall.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a {@link Stranger} keeps of one user. */
final class StrangersPerson {
  private static final List<String> ORDER = List.of("doNotDisturb", "busy", "available", "away");
  private static final Set<String> SESSION_PAIRS =
      Set.of(
          "Available/Available",
          "Busy/InACall",
          "Busy/InAConferenceCall",
          "Away/Away",
          "DoNotDisturb/Presenting");
  private static final Set<String> PREFERRED_PAIRS =
      Set.of(
          "Available/Available",
          "Busy/Busy",
          "DoNotDisturb/DoNotDisturb",
          "BeRightBack/BeRightBack",
          "Away/Away",
          "Offline/OffWork");

  private final Map<String, String[]> sessions = new LinkedHashMap<>();
  private String[] preferred;
  private JsonNode message;
  private Instant published = Instant.EPOCH;

  /**
   * Availability and activity.
   *
   * @param byPreference whether the preference is looked at
   */
  String[] shown(boolean byPreference) {
    if (sessions.isEmpty()) {
      return new String[] {"offline", "offline"};
    }
    if (preferred != null && byPreference) {
      return preferred;
    }
    return sessions.values().stream()
        .min(Comparator.comparing(pair -> ORDER.indexOf(pair[0])))
        .orElseThrow();
  }

  /** Whose sessions there are. */
  Set<String> sessions() {
    return Set.copyOf(sessions.keySet());
  }

  boolean hasPreference() {
    return preferred != null;
  }

  /** When the message will be gone; empty if it stays, or is none. */
  Optional<Instant> lapses() {
    return Optional.ofNullable(message)
        .filter(each -> each.has("expiryDateTime"))
        .map(each -> instant(each.get("expiryDateTime")));
  }

  boolean hasMessage() {
    return message != null && lapses().map(Instant.now()::isBefore).orElse(true);
  }

  /** Its dates are for its owner only. */
  void addMessage(ObjectNode presence, boolean owner) {
    if (!hasMessage()) {
      return;
    }
    ObjectNode shown = presence.putObject("statusMessage");
    shown.putObject("message").put("content", message.at("/message/content").asString());
    if (owner) {
      shown.put("publishedDateTime", published.toString());
      lapses().ifPresent(at -> shown.set("expiryDateTime", message.get("expiryDateTime")));
    }
  }

  void setSession(JsonNode body, StrangersCaller caller) {
    String session = text(body, "sessionId");
    String[] pair = pair(body, SESSION_PAIRS);
    requireDuration(body, Duration.ofMinutes(5), Duration.ofHours(4));
    requireOwner(session, caller);
    sessions.put(session, pair);
  }

  void clearSession(JsonNode body, StrangersCaller caller, boolean really) {
    String session = text(body, "sessionId");
    if (!sessions.containsKey(session)) {
      throw new Stranger.No(404);
    }
    requireOwner(session, caller);
    if (really) {
      sessions.remove(session);
    }
  }

  private static void requireOwner(String session, StrangersCaller caller) {
    if (!caller.owns(session)) {
      throw new Stranger.No(403);
    }
  }

  void prefer(JsonNode body) {
    preferred = pair(body, PREFERRED_PAIRS);
  }

  void clearPreference() {
    preferred = null;
  }

  /** Takes html for text, which the page leaves open. */
  void say(JsonNode statusMessage) {
    text(statusMessage.path("message"), "content");
    if (statusMessage.has("expiryDateTime")) {
      instant(statusMessage.get("expiryDateTime"));
    }
    message = statusMessage;
    published = Instant.now();
  }

  private static Instant instant(JsonNode dateTimeTimeZone) {
    try {
      String zone = text(dateTimeTimeZone, "timeZone");
      return LocalDateTime.parse(text(dateTimeTimeZone, "dateTime"))
          .atZone(ZoneId.of(zone.equals("Pacific Standard Time") ? "America/Los_Angeles" : zone))
          .toInstant();
    } catch (java.time.DateTimeException e) {
      throw new Stranger.No(422);
    }
  }

  private static void requireDuration(JsonNode json, Duration shortest, Duration longest) {
    if (json.path("expirationDuration").isString()) {
      try {
        Duration asked = Duration.parse(json.get("expirationDuration").asString());
        if (asked.compareTo(shortest) < 0 || asked.compareTo(longest) > 0) {
          throw new Stranger.No(422);
        }
      } catch (DateTimeParseException e) {
        throw new Stranger.No(422);
      }
    }
  }

  private static String[] pair(JsonNode json, Set<String> allowed) {
    String[] pair = {text(json, "availability"), text(json, "activity")};
    if (!allowed.contains(pair[0] + "/" + pair[1])) {
      throw new Stranger.No(409);
    }
    return new String[] {lower(pair[0]), lower(pair[1])};
  }

  private static String lower(String value) {
    return Character.toLowerCase(value.charAt(0)) + value.substring(1);
  }

  private static String text(JsonNode json, String member) {
    if (!json.path(member).isString() || json.get(member).asString().isEmpty()) {
      throw new Stranger.No(422);
    }
    return json.get(member).asString();
  }

  static ObjectNode unknown(String id) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", id)
        .put("availability", "presenceUnknown")
        .put("activity", "presenceUnknown");
  }
}
