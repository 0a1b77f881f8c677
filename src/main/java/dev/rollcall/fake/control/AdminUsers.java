package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.world.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The users over HTTP. */
final class AdminUsers {
  private final World world;

  AdminUsers(World world) {
    this.world = world;
  }

  Map<String, Object> shown() {
    return users(world.ids());
  }

  Map<String, Object> create(Asked asked) {
    if (Newcomers.areCsv(asked)) {
      return users(world.create(Newcomers.ofCsv(asked.body())));
    }
    JsonNode body = asked.json();
    if (body.has("users")) {
      return users(world.create(Newcomers.ofUsers(body)));
    }
    if (body.has("ids")) {
      return users(world.create(Newcomers.ofIds(body)));
    }
    JsonNode count = body.path("count");
    if (!count.isInt() || count.intValue() < 1 || count.intValue() > Newcomers.MOST) {
      throw new IllegalArgumentException(
          "it is not clear how many users to create; send {\"count\": N}, N from 1 to "
              + Newcomers.MOST
              + ", {\"ids\": [...]} or {\"users\": [...]}");
    }
    return users(world.create(count.intValue()));
  }

  Map<String, Object> remove(JsonNode body) {
    List<UUID> ids =
        Strings.of(body, "users", "send {\"users\": [\"<user id>\", ...]}").stream()
            .map(AdminUsers::id)
            .toList();
    if (ids.stream().anyMatch(world.named()::contains)) {
      throw new IllegalArgumentException(
          "the named users stay; leave out those that GET /__admin/presence/capabilities lists");
    }
    world.remove(ids);
    return users(ids);
  }

  private static UUID id(String text) {
    return Guid.of(text)
        .orElseThrow(
            () -> new IllegalArgumentException("one of the user ids is no GUID; send GUIDs"));
  }

  private static Map<String, Object> users(List<UUID> ids) {
    return Map.of("users", ids.stream().map(UUID::toString).toList());
  }
}
