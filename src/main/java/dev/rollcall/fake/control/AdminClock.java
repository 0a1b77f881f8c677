package dev.rollcall.fake.control;

import dev.rollcall.fake.world.FakeClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The clock over HTTP. */
final class AdminClock {
  private static final List<String> MOVES = List.of("advance", "to", "now");
  private static final String FROZEN = "frozen";
  private static final String FORM =
      "send {\"advance\": \"PT5M\"} or {\"to\": \"2027-01-31T12:00:00Z\"}, {\"frozen\": true}, or"
          + " one of the former with the latter";

  private final FakeClock clock;

  AdminClock(FakeClock clock) {
    this.clock = clock;
  }

  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("now", clock.instant().toString());
    shown.put(FROZEN, clock.frozen());
    return shown;
  }

  Map<String, Object> move(JsonNode body) {
    List<String> moves = MOVES.stream().filter(body::has).toList();
    JsonNode frozen = body.path(FROZEN);
    if (moves.size() > 1 || moves.isEmpty() && frozen.isMissingNode()) {
      throw new IllegalArgumentException("it is not clear how to move the clock; " + FORM);
    }
    if (!frozen.isMissingNode() && !frozen.isBoolean()) {
      throw new IllegalArgumentException("'frozen' is neither true nor false; " + FORM);
    }
    boolean stands = frozen.asBoolean(clock.frozen());
    if (moves.isEmpty()) {
      clock.freeze(stands);
    } else if (body.has("advance")) {
      clock.advance(read(body.get("advance"), Duration::parse), stands);
    } else {
      clock.moveTo(read(body.get(moves.get(0)), Instant::parse), stands);
    }
    return shown();
  }

  private static <T> T read(JsonNode value, Function<String, T> parse) {
    if (!value.isString()) {
      throw new IllegalArgumentException("the time is not a string; " + FORM);
    }
    try {
      return parse.apply(value.stringValue());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the time cannot be read; " + FORM, e);
    }
  }
}
