package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /__admin/presence}: what the fake can do, its clock, its users, its faults. JSON over
 * plain HTTP.
 */
final class ControlPlane implements AdminApiExtension {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_USERS_AT_ONCE = 100_000;

  private final Service service;

  ControlPlane(Service service) {
    this.service = service;
  }

  @Override
  public String getName() {
    return "rollcall-control-plane";
  }

  /**
   * WireMock finds a route's path again by the class of its task: each needs a lambda of its own.
   */
  @Override
  public void contributeAdminApiRoutes(Router router) {
    router.add(
        GET, "/presence/capabilities", (a, event, p) -> answered(event, b -> capabilities()));
    router.add(GET, "/presence/clock", (a, event, p) -> answered(event, b -> now()));
    router.add(POST, "/presence/clock", (a, event, p) -> answered(event, this::moveClock));
    router.add(GET, "/presence/users", (a, event, p) -> answered(event, b -> users()));
    router.add(POST, "/presence/users", (a, event, p) -> answered(event, this::makeUsers));
    router.add(DELETE, "/presence/users", (a, event, p) -> answered(event, this::removeUsers));
    router.add(GET, "/presence/faults", (a, event, p) -> answered(event, b -> faults()));
    router.add(PUT, "/presence/faults", (a, event, p) -> answered(event, this::breakPromises));
    router.add(POST, "/presence/reset", (a, event, p) -> answered(event, b -> reset()));
  }

  private JsonNode users() {
    return users(service.world().ids());
  }

  private static ResponseDefinition answered(
      ServeEvent event, Function<JsonNode, JsonNode> answer) {
    try {
      String body = event.getRequest().getBodyAsString();
      JsonNode given = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
      return response(200, answer.apply(given));
    } catch (IllegalArgumentException | CannotStart e) {
      return response(400, JSON.createObjectNode().put("error", e.getMessage()));
    } catch (JacksonException e) {
      return response(400, JSON.createObjectNode().put("error", "the body is no JSON"));
    }
  }

  private static ResponseDefinition response(int status, JsonNode json) {
    return ResponseDefinitionBuilder.responseDefinition()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(json.toString())
        .build();
  }

  private JsonNode capabilities() {
    ObjectNode json = JSON.createObjectNode();
    json.put("rollcall", "fake");
    json.putArray("versions").add("v1.0");
    var capabilities = json.putArray("capabilities");
    List.of("READ", "WRITE", "CLOCK", "ME", "DELEGATED", "APPLICATION", "SECOND_APP")
        .forEach(capabilities::add);
    json.put("me", service.world().me().id());
    service.world().named().forEach(json.putArray("users")::add);
    json.put("dialect", service.options().dialect().name().toLowerCase(Locale.ROOT));
    json.put("now", service.clock().instant().toString());
    return json;
  }

  private JsonNode now() {
    return JSON.createObjectNode().put("now", service.clock().instant().toString());
  }

  private JsonNode moveClock(JsonNode body) {
    try {
      if (body.path("advance").isString()) {
        service.clock().advance(Duration.parse(body.get("advance").asString()));
      } else if (body.path("now").isString()) {
        service.clock().moveTo(Instant.parse(body.get("now").asString()));
      } else {
        throw new IllegalArgumentException(
            "give {\"advance\": \"PT5M\"} or {\"now\": \"2026-11-24T10:00:00Z\"}");
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "give an ISO 8601 duration as advance, or an instant as now", e);
    }
    return now();
  }

  private static JsonNode users(List<String> ids) {
    ObjectNode json = JSON.createObjectNode();
    ids.forEach(json.putArray("users")::add);
    return json;
  }

  private JsonNode makeUsers(JsonNode body) {
    int count = body.path("count").asInt(0);
    if (count < 1 || count > MOST_USERS_AT_ONCE) {
      throw new IllegalArgumentException("give {\"count\": N}, N from 1 to " + MOST_USERS_AT_ONCE);
    }
    return users(service.world().make(count, service.clock().instant()));
  }

  private JsonNode removeUsers(JsonNode body) {
    if (!body.path("users").isArray()) {
      throw new IllegalArgumentException("give {\"users\": [ids]}");
    }
    service.world().remove(strings(body.get("users")));
    return JSON.createObjectNode();
  }

  private JsonNode faults() {
    ObjectNode json = JSON.createObjectNode();
    var available = json.putArray("available");
    Faults.all()
        .forEach(
            fault ->
                available
                    .addObject()
                    .put("id", fault.id())
                    .put("family", fault.family())
                    .put("operation", fault.operation())
                    .put("description", fault.description()));
    service.faults().active().ids().forEach(json.putArray("active")::add);
    return json;
  }

  private JsonNode breakPromises(JsonNode body) {
    if (!body.path("active").isArray()) {
      throw new IllegalArgumentException("give {\"active\": [ids]}");
    }
    service.faults().activate(strings(body.get("active")));
    return JSON.createObjectNode().set("active", body.get("active"));
  }

  private JsonNode reset() {
    service.faults().activate(service.options().faults());
    service.world().reset(service.clock().instant());
    return now();
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(node -> node.asString("")).toList();
  }
}
