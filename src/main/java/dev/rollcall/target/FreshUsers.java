package dev.rollcall.target;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users made on our fake, a new one each time; removed in the end. */
final class FreshUsers implements Users {
  private static final int AT_ONCE = 50;

  private final ControlPlane plane;
  private final Optional<String> me;
  private final Deque<String> unused = new ArrayDeque<>();
  private final Set<String> made = new LinkedHashSet<>();

  FreshUsers(ControlPlane plane, Optional<String> me) {
    this.plane = plane;
    this.me = me;
  }

  @Override
  public synchronized String next() {
    if (unused.isEmpty()) {
      for (JsonNode id :
          plane.require("POST", "users", "{\"count\":" + AT_ONCE + "}").path("users")) {
        String user = id.asString("");
        if (!Handshake.isId(user)) {
          throw plane.noFake("a user whom it made has no id that can stand in a path");
        }
        unused.add(user);
        made.add(user);
      }
    }
    return Optional.ofNullable(unused.poll())
        .orElseThrow(() -> plane.noFake("it makes no users when asked to"));
  }

  @Override
  public Optional<String> me() {
    return me;
  }

  @Override
  public synchronized boolean mayWrite(String user) {
    return made.contains(user) || me.equals(Optional.of(user));
  }

  @Override
  public synchronized boolean isTemporary(String user) {
    return made.contains(user);
  }

  @Override
  public synchronized void release() {
    if (!made.isEmpty()) {
      var body = JsonMapper.shared().createObjectNode();
      body.set("users", JsonMapper.shared().valueToTree(made));
      plane.require("DELETE", "users", body.toString());
      made.clear();
      unused.clear();
    }
  }
}
