package dev.rollcall.fake.control;

import dev.rollcall.fake.fault.FaultSwitch;
import dev.rollcall.fake.world.FakeClock;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.EndSession;
import dev.rollcall.presence.Forget;
import dev.rollcall.presence.HoldSession;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What somebody at the controls and the calendar say of people, over HTTP. */
final class AdminState {
  /** The session of the calendar. */
  static final String CALENDAR = "calendar";

  private static final Pair MEETING = new Pair(Availability.BUSY, Activity.IN_A_MEETING);
  private static final String STATE =
      "send {\"user\": \"<user id>\", \"availability\": \"Busy\", \"activity\": \"InACall\"}, with"
          + " \"expirationDuration\": \"PT30M\" if it should end, or {\"user\": \"<user id>\","
          + " \"clear\": true}";
  private static final String CALENDAR_FORM =
      "send {\"user\": \"<user id>\", \"until\": \"PT30M\"}, an instant such as"
          + " \"2027-01-31T12:00:00Z\", or null as until";

  private final World world;
  private final FaultSwitch faults;
  private final PersonJson people;

  AdminState(World world, FaultSwitch faults, PersonJson people) {
    this.world = world;
    this.faults = faults;
    this.people = people;
  }

  Map<String, Object> put(JsonNode body) {
    Sent sent = new Sent(body, STATE);
    User user = sent.user(world);
    return written(user, sent.has("clear") ? cleared(sent) : held(sent));
  }

  private static Write cleared(Sent sent) {
    if (!sent.flag("clear") || sent.has("availability") || sent.has("activity")) {
      throw sent.wrong("'clear' is true and stands alone, or is left out");
    }
    return new Forget();
  }

  private Write held(Sent sent) {
    Pair pair = sent.pair();
    Optional<Duration> life = sent.duration("expirationDuration");
    return new HoldSession(World.CONTROLS, pair, life.map(each -> after(each, sent)));
  }

  Map<String, Object> meet(JsonNode body) {
    Sent sent = new Sent(body, CALENDAR_FORM);
    User user = sent.user(world);
    if (body.path("until").isMissingNode()) {
      throw sent.wrong("'until' is missing");
    }
    Optional<String> until = sent.text("until");
    return written(
        user,
        until.isEmpty()
            ? new EndSession(CALENDAR)
            : new HoldSession(CALENDAR, MEETING, Optional.of(end(until.get(), sent))));
  }

  private Instant end(String until, Sent sent) {
    Instant end =
        until.startsWith("P")
            ? sent.duration("until").map(length -> after(length, sent)).orElseThrow()
            : sent.instant("until").orElseThrow();
    if (!end.isAfter(world.clock().instant())) {
      throw sent.wrong("'until' has passed already");
    }
    return end;
  }

  private Instant after(Duration length, Sent sent) {
    if (length.isNegative() || length.isZero()) {
      throw sent.wrong("the duration is no time at all");
    }
    Instant now = world.clock().instant();
    if (length.compareTo(Duration.between(now, FakeClock.LATEST)) > 0) {
      throw sent.wrong("the clock ends before that");
    }
    return now.plus(length);
  }

  private Map<String, Object> written(User user, Write write) {
    user.write(write, faults.active().rules(), world.clock());
    world.wrote(user);
    return people.of(user, faults.active().rules(), world.clock().instant());
  }
}
