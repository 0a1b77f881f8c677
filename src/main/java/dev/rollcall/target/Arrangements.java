package dev.rollcall.target;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What only a Rollcall fake lets one arrange, since with a real service mailbox, calendar and
 * operator decide it. Each answers what was asked for, for the record.
 */
public final class Arrangements {
  private final ControlPlane plane;

  Arrangements(ControlPlane plane) {
    this.plane = plane;
  }

  /** A request to the control plane that was granted. */
  public record Arranged(String path, String body) {}

  /** Lets a user be out of office, or be back. */
  public Arranged outOfOffice(String user, boolean out, Optional<String> message) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("user", user).put("isOutOfOffice", out).put("message", message.orElse(null));
    return put("out-of-office", body);
  }

  /** Lets the calendar of a user say where the work is done. */
  public Arranged schedule(String user, String workLocationType) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("user", user);
    body.putObject("scheduled").put("workLocationType", workLocationType).putNull("placeId");
    return put("location", body);
  }

  /** Limits each application to so many presence requests in any window of that length. */
  public Arranged limit(int requests, Duration window) {
    return put(
        "throttle",
        JsonMapper.shared()
            .createObjectNode()
            .put("requests", requests)
            .put("window", window.toString()));
  }

  /**
   * Keeps the documented limits of these names, and none if there are no names.
   *
   * @param spent how many requests of each have been made already
   */
  public Arranged keepLimits(int spent, String... names) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("spent", spent);
    List.of(names).forEach(body.putArray("budgets")::add);
    return put("throttle", body);
  }

  private Arranged put(String subject, ObjectNode body) {
    plane.require("PUT", subject, body.toString());
    return new Arranged("/__admin/presence/" + subject, body.toString());
  }
}
