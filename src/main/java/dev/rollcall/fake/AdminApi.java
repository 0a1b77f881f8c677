package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.github.tomakehurst.wiremock.admin.AdminTask;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The control plane of the fake, below {@code /__admin/presence}; whoever reaches it may use it.
 */
final class AdminApi implements AdminApiExtension {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final World world;
  private final FaultSwitch faults;
  private final Throttle throttle;
  private final Limits initial;
  private final Dialect dialect;

  AdminApi(World world, FaultSwitch faults, Throttle throttle, Dialect dialect) {
    this.world = world;
    this.faults = faults;
    this.throttle = throttle;
    this.initial = throttle.limits();
    this.dialect = dialect;
  }

  @Override
  public String getName() {
    return "rollcall-admin";
  }

  @Override
  public void contributeAdminApiRoutes(Router router) {
    AdminClock clock = new AdminClock(world.clock());
    AdminFaults switches = new AdminFaults(faults);
    AdminUsers users = new AdminUsers(world);
    AdminPeople people = new AdminPeople(world, faults);
    AdminSettle settle = new AdminSettle(world.settling());
    AdminThrottle budgets = new AdminThrottle(throttle);
    Map<String, Task> tasks =
        Map.ofEntries(
            task("GET capabilities", body -> Capabilities.of(world, dialect)),
            task("GET clock", body -> clock.shown()),
            task("POST clock", clock::move),
            task("GET faults", body -> switches.shown()),
            task("PUT faults", switches::put),
            task("GET users", body -> users.shown()),
            task("POST users", users::create),
            task("DELETE users", users::remove),
            task("POST reset", body -> reset()),
            task("PUT location", people::locate),
            task("PUT out-of-office", people::leave),
            task("GET settle", body -> settle.shown()),
            task("PUT settle", settle::put),
            task("GET throttle", body -> budgets.shown()),
            task("PUT throttle", budgets::put));
    // WireMock looks the path up by the class of the task: hence one path for all of ours.
    for (RequestMethod method : List.of(GET, POST, PUT, DELETE)) {
      router.add(method, "/presence/{subject}", new Subjects(tasks));
    }
  }

  private static Map.Entry<String, Task> task(String name, Task task) {
    return Map.entry(name, task);
  }

  private Map<String, Object> reset() {
    world.reset();
    faults.activate(List.of());
    throttle.keep(initial);
    return Map.of("now", world.clock().instant().toString());
  }

  /**
   * What an admin path does with the JSON object it is sent, an empty one when it is sent nothing.
   */
  private interface Task {
    Map<String, Object> run(JsonNode body);
  }

  private static final class Subjects implements AdminTask {
    private final Map<String, Task> tasks;
    private final AdminPage page = new AdminPage();

    Subjects(Map<String, Task> tasks) {
      this.tasks = tasks;
    }

    @Override
    public ResponseDefinition execute(Admin admin, ServeEvent event, PathParams path) {
      String method = event.getRequest().getMethod().value();
      String name = method + " " + path.get("subject");
      Optional<ResponseDefinition> file = page.answer(name);
      if (file.isPresent()) {
        return file.get();
      }
      Task task = tasks.get(name);
      if (task == null) {
        return answer(
            404,
            Map.of(
                "error",
                "there is no %s here; there are %s"
                    .formatted(name, tasks.keySet().stream().sorted().toList())));
      }
      try {
        int success = name.equals("POST users") ? 201 : 200;
        return answer(success, task.run(read(event.getRequest().getBody())));
      } catch (IllegalArgumentException e) {
        return answer(400, Map.of("error", String.valueOf(e.getMessage())));
      }
    }
  }

  private static JsonNode read(byte[] body) {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the body is not JSON; send a JSON object", e);
    }
    throw new IllegalArgumentException("the body is not a JSON object; send one");
  }

  private static ResponseDefinition answer(int status, Map<String, Object> json) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(MAPPER.writeValueAsBytes(json))
        .build();
  }
}
