package dev.rollcall.fake.control;

import dev.rollcall.presence.LocationSource;
import dev.rollcall.presence.Locations;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Place;
import dev.rollcall.presence.Preference;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Session;
import dev.rollcall.presence.StatusMessage;
import dev.rollcall.presence.WorkLocationType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The facts about a person as a snapshot holds them; read again, they are the same. */
final class FactsJson {
  private static final long MOST_STAMP = 9_999_999_999L;

  private FactsJson() {}

  static Map<String, Object> of(Presence facts) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("sessions", facts.sessions().stream().map(FactsJson::session).toList());
    all.put("preference", facts.preference().map(FactsJson::preference).orElse(null));
    all.put("statusMessage", facts.message().map(FactsJson::message).orElse(null));
    all.put("isOutOfOffice", facts.outOfOffice().isOutOfOffice());
    all.put("outOfOfficeMessage", facts.outOfOffice().message().orElse(null));
    all.put("locatable", facts.locations().shown());
    Map<String, Object> layers = new LinkedHashMap<>();
    facts.locations().layers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(layer -> layers.put(layer.getKey().text(), place(layer.getValue())));
    all.put("locations", layers);
    all.put("stamp", facts.stamp());
    all.put("at", facts.at().toString());
    return all;
  }

  private static Map<String, Object> session(Session session) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", session.id());
    pair(shown, session.pair());
    shown.put("setAt", session.setAt().toString());
    shown.put("expiresAt", end(session.expiresAt()));
    return shown;
  }

  private static Map<String, Object> preference(Preference preference) {
    Map<String, Object> shown = new LinkedHashMap<>();
    pair(shown, preference.pair());
    shown.put("expiresAt", end(preference.expiresAt()));
    return shown;
  }

  private static Map<String, Object> message(StatusMessage message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("content", message.content());
    shown.put("publishedAt", message.publishedAt().toString());
    shown.put("expiresAt", message.expiresAt().map(FactsJson::end).orElse(null));
    return shown;
  }

  private static Map<String, Object> place(Place place) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("workLocationType", place.type().text());
    shown.put("placeId", place.placeId().orElse(null));
    return shown;
  }

  private static void pair(Map<String, Object> shown, Pair pair) {
    shown.put("availability", pair.availability().text());
    shown.put("activity", pair.activity().text());
  }

  private static @Nullable String end(Instant instant) {
    return instant.equals(Instant.MAX) ? null : instant.toString();
  }

  /**
   * @param later how much later everything is than it was
   */
  static Presence read(Sent sent, Duration later) {
    List<Session> sessions = new ArrayList<>();
    for (JsonNode each : sent.json().path("sessions")) {
      Sent session = new Sent(each, sent.form());
      sessions.add(
          new Session(
              session.need("id"),
              session.pair(),
              at(session, "setAt", later),
              end(session, later)));
    }
    JsonNode stamp = sent.json().path("stamp");
    if (!stamp.isIntegralNumber() || stamp.asLong(-1) < 0 || stamp.asLong(-1) > MOST_STAMP) {
      throw sent.wrong("'stamp' is no number of up to ten digits");
    }
    return new Presence(
        sessions,
        sent.inner("preference").map(each -> new Preference(each.pair(), end(each, later))),
        sent.inner("statusMessage").map(each -> message(each, later)),
        new OutOfOffice(sent.flag("isOutOfOffice"), sent.text("outOfOfficeMessage")),
        locations(sent),
        Math.max(0, stamp.longValue() + later.getSeconds()),
        at(sent, "at", later));
  }

  private static StatusMessage message(Sent sent, Duration later) {
    return new StatusMessage(
        sent.need("content"),
        at(sent, "publishedAt", later),
        sent.instant("expiresAt").map(end -> end.plus(later)));
  }

  private static Locations locations(Sent sent) {
    Map<LocationSource, Place> layers = new EnumMap<>(LocationSource.class);
    sent.inner("locations")
        .ifPresent(
            all ->
                Stream.of(LocationSource.values())
                    .forEach(
                        source ->
                            all.inner(source.text())
                                .ifPresent(each -> layers.put(source, place(each)))));
    return new Locations(sent.flag("locatable"), layers);
  }

  private static Place place(Sent sent) {
    return new Place(
        WorkLocationType.of(sent.need("workLocationType"))
            .orElseThrow(() -> sent.wrong("'workLocationType' is no type of location")),
        sent.text("placeId"));
  }

  private static Instant at(Sent sent, String member, Duration later) {
    return sent.instant(member)
        .orElseThrow(() -> sent.wrong("'" + member + "' is missing"))
        .plus(later);
  }

  private static Instant end(Sent sent, Duration later) {
    Optional<Instant> end = sent.instant("expiresAt");
    return end.map(each -> each.plus(later)).orElse(Instant.MAX);
  }
}
