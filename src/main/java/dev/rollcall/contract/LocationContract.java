package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.LOCATION;
import static dev.rollcall.target.Capability.PERMISSIONS;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Backstage;
import dev.rollcall.contract.ask.Bodies;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.User;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a user works: by hand, by a device, by the calendar, in this order. */
class LocationContract {
  private static final String PLACE = "eb706f15-137e-4722-b4d1-b601481d9251";
  private static final List<String> OPERATIONS =
      List.of(
          "setManualLocation", "setAutomaticLocation", "clearAutomaticLocation", "clearLocation");

  @Tags({@Tag("setManualLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setManualLocation.shows",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-161", "S-019", "S-020", "S-021"},
      needs = {WRITE, LOCATION},
      witness = "set-manual-location-changes-nothing",
      hint = "does the write reach the state that reads come from?")
  void what_is_set_by_hand_shows_in_every_read(Graph graph, User user) {
    User other = graph.anotherUser();
    Matrix.over(
        List.of("remote", "timeOff", "unspecified", "office"),
        type -> {
          // An office has a place; a location without one is not there.
          Optional<String> place = type.equals("office") ? Optional.of(PLACE) : Optional.empty();
          ObjectNode body = Bodies.location(type);
          place.ifPresent(id -> body.put("placeId", id));
          graph.setManualLocation(user, body).isOneOf(200, 204);
          JsonNode presence = graph.presence(user).object();
          requireLocation(presence, "manual", type);
          requirePlace(presence, place.orElse(""));
        });
    JsonNode inMany = graph.presences(List.of(user.id())).onlyPresence();
    requireLocation(inMany, "manual", "office");
    requirePlace(inMany, PLACE);
    graph.setManualLocation(user, "remote").isOneOf(200, 204);
    requirePlace(graph.presence(user).object(), "");
    Deviation.unless(
        !graph.isOurs() // somebody may have set one
            || !graph
                .presence(other)
                .object()
                .at("/workLocation/source")
                .asString("")
                .equals("manual"),
        "no manual location of a user for whom none was set",
        "manual");
  }

  @Tags({@Tag("setAutomaticLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setAutomaticLocation.loses-to-manual",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-162", "S-163"},
      needs = {WRITE, LOCATION},
      witness = "manual-location-loses-to-automatic",
      hint = "are the layers kept apart, and the manual one looked at first?")
  void what_a_device_sets_hides_behind_what_is_set_by_hand(Graph graph, User user) {
    graph.setAutomaticLocation(user, "remote").is(200);
    requireLocation(graph.presence(user).object(), "automatic", "remote");
    graph.setManualLocation(user, "office").isOneOf(200, 204);
    requireLocation(graph.presence(user).object(), "manual", "office");
    graph.setAutomaticLocation(user, "timeOff").is(200);
    requireLocation(graph.presence(user).object(), "manual", "office");
    graph.clearLocation("clearAutomaticLocation", user).is(200);
    requireLocation(graph.presence(user).object(), "manual", "office");
  }

  @Tags({@Tag("clearAutomaticLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "clearAutomaticLocation.falls-back",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-163", "S-022"},
      needs = {WRITE, LOCATION},
      witness = "clear-automatic-location-changes-nothing",
      hint = "is the layer removed, and the read not cached?")
  void without_the_device_the_calendar_shows_or_nothing(
      Graph graph, User user, Backstage backstage) {
    graph.setAutomaticLocation(user, "remote").is(200);
    graph.clearLocation("clearAutomaticLocation", user).is(200);
    requireNone(graph, user);
    if (!graph.isOurs()) {
      return; // a calendar is somebody's own
    }
    backstage.schedule(user, "office");
    graph.setAutomaticLocation(user, "remote").is(200);
    requireLocation(graph.presence(user).object(), "automatic", "remote");
    graph.clearLocation("clearAutomaticLocation", user).is(200);
    requireLocation(graph.presence(user).object(), "scheduled", "office");
  }

  @Tags({@Tag("clearLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "clearLocation.clears",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-164", "S-022"},
      needs = {WRITE, LOCATION},
      witness = "clear-location-leaves-automatic",
      hint = "are both layers removed, the one by hand and the one by device?")
  void clearing_leaves_the_calendar_or_nothing(Graph graph, User user, Backstage backstage) {
    graph.setAutomaticLocation(user, "remote").is(200);
    graph.setManualLocation(user, "timeOff").isOneOf(200, 204);
    graph.clearLocation("clearLocation", user).is(200);
    requireNone(graph, user);
    if (!graph.isOurs()) {
      return;
    }
    backstage.schedule(user, "office");
    graph.setManualLocation(user, "remote").isOneOf(200, 204);
    graph.clearLocation("clearLocation", user).is(200);
    requireLocation(graph.presence(user).object(), "scheduled", "office");
  }

  @Tags({
    @Tag("setManualLocation"),
    @Tag("MUST"),
    @Tag("WRITE"),
    @Tag("LOCATION"),
    @Tag("PERMISSIONS")
  })
  @Check(
      id = "setManualLocation.applications-refused",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-165",
      needs = {WRITE, LOCATION, PERMISSIONS},
      witness = "application-read-write-all-may-locate",
      hint = "is a role taken for a scope?")
  void applications_are_refused(Graph graph, User user) {
    Graph application = graph.as(graph.identities().application());
    Matrix.over(
        OPERATIONS, operation -> application.send(graph.calls(operation, user).get(0)).isRefused());
    Matrix.over(
        OPERATIONS,
        operation ->
            graph
                .as(graph.identities().delegated(user, "Presence.ReadWrite"))
                .send(graph.calls(operation, user).get(0))
                .isOneOf(200, 204));
  }

  @Tags({@Tag("setManualLocation"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setManualLocation.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = {WRITE, LOCATION},
      witness = "setManualLocation-unknown-user-accepted",
      hint = "is the user looked up at all?")
  void an_unknown_user_is_not_found(Graph graph) {
    User nobody = new User(UUID.randomUUID().toString());
    Matrix.over(
        OPERATIONS,
        operation ->
            graph.calls(operation, nobody).stream()
                .filter(call -> call.path().startsWith("/users/"))
                .forEach(call -> graph.asLocated(nobody).send(call).is(404)));
  }

  @Tags({@Tag("setManualLocation"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setManualLocation.type-required",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-021",
      needs = {WRITE, LOCATION},
      witness = "location-type-optional",
      hint = "is a missing type taken for a default?")
  void a_type_that_is_missing_or_unknown_is_refused(Graph graph, User user) {
    Matrix.over(
        List.of("setManualLocation", "setAutomaticLocation"),
        operation ->
            Matrix.over(
                List.of("{}", "{\"workLocationType\":null}", "{\"workLocationType\":\"moon\"}"),
                body -> graph.send(graph.action(operation, user).json(body)).isRefused()));
    Deviation.unless(
        !graph
            .presence(user)
            .object()
            .path("workLocation")
            .path("source")
            .asString("")
            .equals("manual"),
        "no location after refusals",
        graph.presence(user).object().path("workLocation"));
  }

  private static void requireLocation(JsonNode presence, String source, String type) {
    requireSame(presence.path("workLocation"), source, type);
  }

  private static void requireSame(JsonNode location, String source, String type) {
    Deviation.unless(
        location.path("source").asString("").equals(source)
            && location.path("workLocationType").asString("").equals(type),
        "workLocation " + source + "/" + type,
        location);
  }

  /**
   * @param place empty for none
   */
  private static void requirePlace(JsonNode presence, String place) {
    String shown = presence.at("/workLocation/placeId").asString("");
    Deviation.unless(shown.equals(place), "placeId '" + place + "'", shown);
  }

  /** Absent, null, or of no source; of somebody who has a calendar, that of the calendar. */
  private static void requireNone(Graph graph, User user) {
    JsonNode location = graph.presence(user).object().path("workLocation");
    if (!graph.isOurs() && location.path("source").asString("").equals("scheduled")) {
      return;
    }
    if (!location.isMissingNode() && !location.isNull()) {
      requireSame(location, "none", "unspecified");
    }
  }
}
