package dev.rollcall.target;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The clock of a Rollcall fake, moved over its control plane. */
record FakeClock(ControlPlane plane) implements TargetClock {

  @Override
  public Instant instant() {
    String now = plane.require("GET", "clock", "").path("now").asString("");
    try {
      return Instant.parse(now);
    } catch (DateTimeException e) {
      throw plane.noFake("its clock shows no time");
    }
  }

  @Override
  public void advance(Duration by) {
    plane.require("POST", "clock", "{\"advance\":\"" + by + "\"}");
  }
}
