package dev.rollcall.target;

import java.time.Duration;
import java.time.Instant;

/** The clock of a Rollcall fake, moved over its control plane. */
record FakeClock(ControlPlane plane) implements TargetClock {

  @Override
  public Instant instant() {
    return Instant.parse(plane.require("GET", "clock", "").path("now").asString());
  }

  @Override
  public void advance(Duration by) {
    plane.require("POST", "clock", "{\"advance\":\"" + by + "\"}");
  }
}
