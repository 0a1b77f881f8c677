package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.FaultsMet;
import dev.rollcall.fake.call.Route;
import java.util.List;
import java.util.Optional;

/** Which faults are on. */
public final class FaultSwitch implements FaultsMet {
  private volatile SwitchedFaults switched = new SwitchedFaults(List.of());

  /** Those that meet every request. */
  public ActiveFaults active() {
    return switched.always();
  }

  @Override
  public ActiveFaults meeting(Optional<Route> route) {
    return switched.meeting(route);
  }

  @Override
  public ActiveFaults meeting(Optional<Route> part, ActiveFaults whole) {
    return switched.meeting(part, whole);
  }

  /** What is on, as it can be sent again. */
  public List<Object> shown() {
    return switched.shown();
  }

  /**
   * Turns on exactly these, for every request.
   *
   * @throws IllegalArgumentException if one is unknown; then nothing is switched
   */
  public void activate(List<String> ids) {
    plan(FaultRegistry.named(ids).stream().map(FaultPlan::always).toList());
  }

  /** Turns on exactly these. */
  public void plan(List<FaultPlan> plans) {
    switched = new SwitchedFaults(plans);
  }
}
