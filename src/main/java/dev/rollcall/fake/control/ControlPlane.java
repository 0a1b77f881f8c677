package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Auth;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.FakeRequest;
import dev.rollcall.fake.control.AdminSnapshot.Dial;
import dev.rollcall.fake.fault.FaultSwitch;
import dev.rollcall.fake.operation.Limits;
import dev.rollcall.fake.operation.Throttle;
import dev.rollcall.fake.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What can be asked of the control plane, whichever way it is asked. */
public final class ControlPlane {
  private final Parts parts;
  private final Limits initial;
  private final Map<String, Task> tasks;

  /** What the control plane controls. */
  public record Parts(
      World world,
      FaultSwitch faults,
      Throttle throttle,
      Latency latency,
      RequestLog requests,
      Dialect dialect,
      Auth auth) {}

  /** What is done with what is asked. */
  public interface Task {
    /**
     * @throws IllegalArgumentException if that cannot be done, with a sentence that says why
     */
    Map<String, Object> run(Asked asked);
  }

  public ControlPlane(Parts parts) {
    this.parts = parts;
    this.initial = parts.throttle().limits();
    this.tasks = tasks();
  }

  private Map<String, Task> tasks() {
    World world = parts.world();
    PersonJson json = new PersonJson(parts.dialect());
    AdminClock clock = new AdminClock(world.clock());
    AdminFaults switches = new AdminFaults(parts.faults());
    AdminUsers users = new AdminUsers(world);
    AdminPeople people = new AdminPeople(world, parts.faults(), json);
    AdminState state = new AdminState(world, parts.faults(), json);
    AdminSettle settle = new AdminSettle(world.settling());
    AdminThrottle budgets = new AdminThrottle(parts.throttle());
    AdminLatency latency = new AdminLatency(parts.latency());
    AdminSnapshot snapshot =
        new AdminSnapshot(
            world,
            List.of(
                new Dial("faults", switches::active, switches::put),
                new Dial("latency", latency::shown, latency::put),
                new Dial("throttle", budgets::shown, budgets::put),
                new Dial("settle", settle::shown, settle::put)));
    AdminRequests requests = new AdminRequests(parts.requests());
    return Map.ofEntries(
        task("GET capabilities", asked -> Capabilities.of(world, parts.dialect(), parts.auth())),
        task("GET clock", asked -> clock.shown()),
        json("POST clock", clock::move),
        task("GET faults", asked -> switches.shown()),
        json("PUT faults", switches::put),
        task("GET users", asked -> users.shown()),
        task("POST users", users::create),
        json("DELETE users", users::remove),
        task("GET openapi", asked -> OpenApi.document()),
        task("GET people", people::page),
        json("PUT state", state::put),
        json("PUT meeting", state::meet),
        task("POST reset", asked -> reset()),
        json("PUT location", people::locate),
        json("PUT out-of-office", people::leave),
        task("GET requests", requests::shown),
        task("GET latency", asked -> latency.shown()),
        json("PUT latency", latency::put),
        task("GET snapshot", asked -> snapshot.taken()),
        json("PUT snapshot", snapshot::restored),
        task("GET settle", asked -> settle.shown()),
        json("PUT settle", settle::put),
        task("GET throttle", asked -> budgets.shown()),
        json("PUT throttle", budgets::put));
  }

  private static Map.Entry<String, Task> task(String name, Task task) {
    return Map.entry(name, task);
  }

  private static Map.Entry<String, Task> json(
      String name, Function<JsonNode, Map<String, Object>> task) {
    return task(name, asked -> task.apply(asked.json()));
  }

  /** The task of that name, such as {@code GET clock}. */
  public Optional<Task> task(String name) {
    return Optional.ofNullable(tasks.get(name));
  }

  List<String> names() {
    return tasks.keySet().stream().sorted().toList();
  }

  /** The last requests, the newest first. */
  public List<FakeRequest> requests() {
    return parts.requests().last(RequestLog.SIZE);
  }

  private Map<String, Object> reset() {
    parts.world().reset();
    parts.faults().activate(List.of());
    parts.throttle().keep(initial);
    parts.latency().set(Optional.empty());
    parts.requests().clear();
    return Map.of("now", parts.world().clock().instant().toString());
  }
}
