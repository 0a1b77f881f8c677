package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.fault.FaultSwitch;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.LeaveOffice;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Place;
import dev.rollcall.presence.PlanLocation;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.WorkLocationType;
import dev.rollcall.presence.Write;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What mailbox and calendar know of people, over HTTP: no operation of the service says it. */
final class AdminPeople {
  private static final int MOST = 500;
  private static final int FARTHEST = 10_000_000;
  private static final String OUT_OF_OFFICE =
      "send {\"user\": \"<user id>\", \"isOutOfOffice\": true, \"message\": \"<text>\"}";
  private static final String LOCATION =
      "send {\"user\": \"<user id>\", \"scheduled\": {\"workLocationType\": \"remote\","
          + " \"placeId\": null}}, or null as scheduled";

  private final World world;
  private final FaultSwitch faults;
  private final PersonJson people;

  AdminPeople(World world, FaultSwitch faults, PersonJson people) {
    this.world = world;
    this.faults = faults;
    this.people = people;
  }

  Map<String, Object> page(Asked asked) {
    int limit = asked.number(Asked.LIMIT, 50, 1, MOST);
    int offset = asked.number(Asked.OFFSET, 0, 0, FARTHEST);
    Rules rules = faults.active().rules();
    Instant now = world.clock().instant();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("now", now.toString());
    page.put("total", world.count());
    page.put(
        "people",
        world.all().skip(offset).limit(limit).map(user -> people.of(user, rules, now)).toList());
    return page;
  }

  Map<String, Object> leave(JsonNode body) {
    JsonNode flag = body.path("isOutOfOffice");
    if (!flag.isBoolean()) {
      throw new IllegalArgumentException(
          "'isOutOfOffice' is neither true nor false; " + OUT_OF_OFFICE);
    }
    Optional<String> message = text(body, "message", OUT_OF_OFFICE);
    User user = user(body, OUT_OF_OFFICE);
    write(user, new LeaveOffice(new OutOfOffice(flag.booleanValue(), message)));
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("user", user.id().toString());
    said.put("isOutOfOffice", flag.booleanValue());
    said.put("message", message.orElse(null));
    return said;
  }

  Map<String, Object> locate(JsonNode body) {
    JsonNode scheduled = body.path("scheduled");
    if (!scheduled.isObject() && !scheduled.isNull()) {
      throw new IllegalArgumentException("'scheduled' is neither an object nor null; " + LOCATION);
    }
    Optional<Place> place = scheduled.isNull() ? Optional.empty() : Optional.of(place(scheduled));
    User user = user(body, LOCATION);
    write(user, new PlanLocation(place));
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("user", user.id().toString());
    said.put("scheduled", scheduled);
    return said;
  }

  private static Place place(JsonNode scheduled) {
    return new Place(
        WorkLocationType.of(scheduled.path("workLocationType").asString(""))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'workLocationType' is no type of location; " + LOCATION)),
        text(scheduled, "placeId", LOCATION));
  }

  private void write(User user, Write write) {
    user.write(write, faults.active().rules(), world.clock());
    world.stamped(user);
  }

  private User user(JsonNode body, String remedy) {
    return text(body, "user", remedy)
        .flatMap(Guid::of)
        .flatMap(world::find)
        .orElseThrow(() -> new IllegalArgumentException("'user' is nobody's id; " + remedy));
  }

  private static Optional<String> text(JsonNode body, String member, String remedy) {
    JsonNode value = body.path(member);
    if (!value.isString() && !value.isNull() && !value.isMissingNode()) {
      throw new IllegalArgumentException("'" + member + "' is no string; " + remedy);
    }
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
