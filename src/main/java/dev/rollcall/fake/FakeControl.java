package dev.rollcall.fake;

import dev.rollcall.fake.call.FakeRequest;
import dev.rollcall.fake.control.Asked;
import dev.rollcall.fake.control.ControlPlane;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The control plane of a fake in this process: what can be done below {@code /__admin/presence},
 * without HTTP. Every method throws an {@link IllegalArgumentException} that says in one sentence
 * what cannot be done.
 */
public final class FakeControl {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String USER = "user";
  private static final String USERS = "users";
  private static final String SCHEDULED = "scheduled";

  private final ControlPlane plane;

  FakeControl(ControlPlane plane) {
    this.plane = plane;
  }

  /** The time of the fake. */
  public Clock clock() {
    return new Clock();
  }

  /** Shows a user so until told otherwise, as a client of their own would. */
  public void set(String user, String availability, String activity) {
    run("PUT state", Map.of(USER, user, "availability", availability, "activity", activity));
  }

  /** Takes back all that was ever said of a user. */
  public void clear(String user) {
    run("PUT state", Map.of(USER, user, "clear", true));
  }

  /** Puts a user into a meeting of that length from now. */
  public void meeting(String user, Duration length) {
    run("PUT meeting", Map.of(USER, user, "until", length.toString()));
  }

  /** Takes a user out of that meeting. */
  public void endMeeting(String user) {
    run("PUT meeting", of(user, "until", null));
  }

  /** Lets a user be out of the office, with that message to others. */
  public void outOfOffice(String user, String message) {
    run("PUT out-of-office", Map.of(USER, user, "isOutOfOffice", true, "message", message));
  }

  /** Lets a user be in the office again. */
  public void backInOffice(String user) {
    run("PUT out-of-office", of(user, "isOutOfOffice", false));
  }

  /**
   * Plans where a user works, such as {@code office} or {@code remote}, as their calendar would.
   */
  public void workLocation(String user, String type) {
    run("PUT location", of(user, SCHEDULED, Map.of("workLocationType", type)));
  }

  /** Plans no place where a user works. */
  public void noWorkLocation(String user) {
    run("PUT location", of(user, SCHEDULED, null));
  }

  /** Adds users of whom nothing is said, and gives their ids. */
  public List<String> addUsers(int count) {
    return added(Asked.of(Map.of("count", count)));
  }

  /**
   * Adds users, and gives their ids.
   *
   * @param json as {@code POST /__admin/presence/users} takes it
   */
  public List<String> addUsersOfJson(String json) {
    return added(Asked.of(read(json)));
  }

  /**
   * Adds users, and gives their ids.
   *
   * @param csv as {@code POST /__admin/presence/users} takes it
   */
  public List<String> addUsersOfCsv(String csv) {
    return added(Asked.ofCsv(csv));
  }

  private List<String> added(Asked asked) {
    return ask("POST users", asked).path(USERS).valueStream().map(JsonNode::asString).toList();
  }

  /** Removes users. */
  public void removeUsers(String... users) {
    run("DELETE users", Map.of(USERS, List.of(users)));
  }

  /** Turns on exactly these faults, for every request. */
  public void faults(String... ids) {
    run("PUT faults", Map.of("active", List.of(ids)));
  }

  /**
   * Turns on exactly these faults.
   *
   * @param json as {@code PUT /__admin/presence/faults} takes it
   */
  public void faultPlan(String json) {
    run("PUT faults", read(json));
  }

  /** Holds every answer back so long. */
  public void latency(Duration fixed) {
    run("PUT latency", Map.of("fixed", fixed.toString()));
  }

  /** Holds every answer back for a time between these. */
  public void latency(Duration least, Duration most) {
    run("PUT latency", Map.of("uniform", List.of(least.toString(), most.toString())));
  }

  /** Holds every answer back for a time that is spread lognormally. */
  public void lognormalLatency(Duration median, double sigma) {
    run("PUT latency", Map.of("lognormal", Map.of("median", median.toString(), "sigma", sigma)));
  }

  /**
   * Holds answers back, all or those of one operation.
   *
   * @param json as {@code PUT /__admin/presence/latency} takes it
   */
  public void latencyPlan(String json) {
    run("PUT latency", read(json));
  }

  /** Keeps exactly these documented budgets, such as {@code read-api}; with none, no limit. */
  public void throttle(String... budgets) {
    run("PUT throttle", Map.of("budgets", List.of(budgets)));
  }

  /** Keeps no more than so many requests in a window, 1 second to 1 day. */
  public void throttle(int requests, Duration window) {
    run("PUT throttle", Map.of("requests", requests, "window", window.toString()));
  }

  /** Lets reads show what was written only after that delay. */
  public void settle(Duration delay) {
    run("PUT settle", Map.of("delay", delay.toString()));
  }

  /** The last requests, the newest first, up to 500. */
  public List<FakeRequest> requests() {
    return plane.requests();
  }

  /** The whole world as JSON. */
  public String snapshot() {
    return MAPPER.writeValueAsString(run("GET snapshot", Map.of()));
  }

  /** Brings a world back; its times are shifted to the present of the fake. */
  public void restore(String snapshot) {
    run("PUT snapshot", read(snapshot));
  }

  /** Everything as at the start, but for the time, which never goes back. */
  public void reset() {
    run("POST reset", Map.of());
  }

  private static Map<String, Object> of(String user, String member, @Nullable Object value) {
    Map<String, Object> json = new HashMap<>();
    json.put(USER, user);
    json.put(member, value);
    return json;
  }

  private JsonNode run(String task, Object json) {
    return ask(task, Asked.of(json));
  }

  private JsonNode ask(String task, Asked asked) {
    return MAPPER.valueToTree(plane.task(task).orElseThrow().run(asked));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is not JSON; give a JSON object", e);
    }
  }

  /** The time of the fake. It never goes back. */
  public final class Clock {
    private static final String TASK = "POST clock";

    private Clock() {}

    /** What time it is. */
    public Instant now() {
      return now(run("GET clock", Map.of()));
    }

    /** Moves on, and gives the time. */
    public Instant advance(Duration by) {
      return now(run(TASK, Map.of("advance", by.toString())));
    }

    /** Moves on to an instant. */
    public Instant moveTo(Instant then) {
      return now(run(TASK, Map.of("to", then.toString())));
    }

    /** Stands until it is told to go on. */
    public Instant freeze() {
      return now(run(TASK, Map.of("frozen", true)));
    }

    /** Goes on from where it stands. */
    public Instant goOn() {
      return now(run(TASK, Map.of("frozen", false)));
    }

    private static Instant now(JsonNode shown) {
      return Instant.parse(shown.path("now").asString());
    }
  }
}
