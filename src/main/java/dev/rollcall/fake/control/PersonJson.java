package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.world.User;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Session;
import dev.rollcall.presence.WorkLocation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** People as the control plane shows them: what is seen of them, and what it comes from. */
record PersonJson(Dialect dialect) {

  Map<String, Object> of(User user, Rules rules, Instant asked) {
    Presence facts = user.facts();
    // Whoever writes meanwhile may be ahead of whoever asked.
    Instant now = asked.isBefore(facts.at()) ? facts.at() : asked;
    Presence live = facts.settled(rules, now);
    Moment moment = facts.moment(rules, now);
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("id", user.id().toString());
    person.put("displayName", user.displayName());
    person.putAll(pair(moment.visible().pair()));
    person.put(
        "sessions",
        live.sessions().stream()
            .filter(session -> !session.id().equals(AdminState.CALENDAR))
            .map(session -> session(session, rules, now))
            .toList());
    person.put(
        "preference",
        orNull(live.preference(), each -> ending(pair(each.pair()), each.expiresAt())));
    person.put(
        "statusMessage",
        orNull(
            moment.visible().message(),
            each ->
                ending(object("content", each.content()), each.expiresAt().orElse(Instant.MAX))));
    Map<String, Object> out = object("isOutOfOffice", live.outOfOffice().isOutOfOffice());
    out.put("message", live.outOfOffice().message().orElse(null));
    person.put("outOfOffice", out);
    person.put("workLocation", orNull(moment.visible().workLocation(), PersonJson::location));
    person.put(
        "meeting",
        orNull(
            live.sessions().stream()
                .filter(session -> session.id().equals(AdminState.CALENDAR))
                .findFirst(),
            each -> object("until", end(each.expiresAt()))));
    return person;
  }

  private Map<String, Object> session(Session session, Rules rules, Instant now) {
    Map<String, Object> shown = object("id", session.id());
    shown.putAll(pair(session.pair()));
    shown.put("shows", pair(session.shown(now, rules)));
    ending(shown, session.expiresAt());
    shown.put("fadesAt", orNull(session.fadesAt(now, rules), Instant::toString));
    return shown;
  }

  private Map<String, Object> pair(Pair pair) {
    Map<String, Object> both = object("availability", dialect.written(pair.availability().text()));
    both.put("activity", dialect.written(pair.activity().text()));
    return both;
  }

  private static Map<String, Object> location(WorkLocation location) {
    Map<String, Object> shown = object("source", location.source().text());
    shown.put("workLocationType", location.place().type().text());
    shown.put("placeId", location.place().placeId().orElse(null));
    return shown;
  }

  private static Map<String, Object> ending(Map<String, Object> object, Instant expiresAt) {
    object.put("expiresAt", end(expiresAt));
    return object;
  }

  private static @Nullable String end(Instant instant) {
    return instant.equals(Instant.MAX) ? null : instant.toString();
  }

  private static <T> @Nullable Object orNull(Optional<T> value, Function<T, Object> shown) {
    return value.map(shown).orElse(null);
  }

  private static Map<String, Object> object(String member, @Nullable Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(member, value);
    return object;
  }
}
