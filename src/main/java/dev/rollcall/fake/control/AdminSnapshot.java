package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.world.Beginning;
import dev.rollcall.fake.world.Names;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.Presence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole world as one JSON object, and back. Somebody of whom nothing was said since the start
 * is an id alone. Requests that were answered are no part of the world.
 */
final class AdminSnapshot {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int FORMAT = 1;
  private static final String FORM = "send what GET /__admin/presence/snapshot answered";

  private final World world;
  private final List<Dial> dials;

  /**
   * One setting of the control plane.
   *
   * @param shown what can be put again
   */
  record Dial(
      String name,
      Supplier<Map<String, Object>> shown,
      Function<JsonNode, Map<String, Object>> put) {}

  AdminSnapshot(World world, List<Dial> dials) {
    this.world = world;
    this.dials = List.copyOf(dials);
  }

  Map<String, Object> taken() {
    Map<String, Object> all = new LinkedHashMap<>();
    Beginning beginning = world.beginning();
    Set<UUID> named = new HashSet<>(world.named());
    all.put("format", FORMAT);
    all.put("kind", "snapshot");
    all.put("now", world.clock().instant().toString());
    all.put("frozen", world.clock().frozen());
    all.put("since", beginning.since().toString());
    all.put("users", world.all().map(user -> user(user, named, beginning)).toList());
    dials.forEach(dial -> all.put(dial.name(), dial.shown().get()));
    return all;
  }

  private Object user(User user, Set<UUID> named, Beginning beginning) {
    UUID id = user.id();
    Presence facts = user.facts();
    boolean untouched =
        user.displayName().equals(Names.of(id))
            && facts.equals(world.atFirst(id, named.contains(id), beginning));
    if (untouched) {
      return id.toString();
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", id.toString());
    shown.put("displayName", user.displayName());
    shown.putAll(FactsJson.of(facts));
    return shown;
  }

  Map<String, Object> restored(JsonNode body) {
    Sent sent = new Sent(body, FORM);
    if (body.path("format").asInt(0) != FORMAT || !sent.need("kind").equals("snapshot")) {
      throw sent.wrong("'format' and 'kind' are not those of a snapshot");
    }
    try {
      Instant then = sent.instant("now").orElseThrow(() -> sent.wrong("'now' is missing"));
      Duration later = Duration.between(then, world.clock().instant());
      Instant since =
          sent.instant("since").orElseThrow(() -> sent.wrong("'since' is missing")).plus(later);
      boolean frozen = sent.flag("frozen");
      Beginning beginning = world.anew(since);
      List<User> users = users(sent, beginning, later);
      turn(sent);
      world.clock().freeze(frozen);
      world.populate(users, beginning);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("a time in it is out of bounds; " + FORM, e);
    }
    return Map.of("now", world.clock().instant().toString(), "users", world.count());
  }

  private List<User> users(Sent sent, Beginning beginning, Duration later) {
    Set<UUID> named = new HashSet<>(world.named());
    Set<UUID> ids = new HashSet<>();
    List<User> users = new ArrayList<>();
    for (JsonNode each : sent.json().path("users")) {
      User user = user(each, users.size(), beginning, later);
      if (!ids.add(user.id())) {
        throw sent.wrong("'users' has " + user.id() + " twice");
      }
      users.add(user);
    }
    if (!ids.containsAll(named)) {
      throw sent.wrong("'users' lacks a named user of this fake");
    }
    return users;
  }

  private User user(JsonNode each, int turn, Beginning beginning, Duration later) {
    if (each.isString()) {
      UUID id =
          Guid.of(each.stringValue())
              .orElseThrow(
                  () -> new IllegalArgumentException("one of the 'users' is no GUID; " + FORM));
      return world.user(
          id, world.number(id, turn), world.atFirst(id, world.named().contains(id), beginning));
    }
    Sent sent = new Sent(each, FORM);
    UUID id = sent.id("id");
    User user =
        world.user(id, world.number(id, turn), beginning.raised(FactsJson.read(sent, later)));
    sent.text("displayName").ifPresent(user::call);
    return user;
  }

  // All dials or none: what was on before comes back when one cannot be turned.
  private void turn(Sent sent) {
    List<Map<String, Object>> before = dials.stream().map(dial -> dial.shown().get()).toList();
    try {
      for (Dial dial : dials) {
        Sent value =
            sent.inner(dial.name())
                .orElseThrow(() -> sent.wrong("'" + dial.name() + "' is missing"));
        dial.put().apply(value.json());
      }
    } catch (IllegalArgumentException e) {
      for (int i = 0; i < dials.size(); i++) {
        dials.get(i).put().apply(MAPPER.valueToTree(before.get(i)));
      }
      throw e;
    }
  }
}
