package dev.rollcall.fake;

import java.util.List;
import java.util.Optional;

/** Which faults are on. */
final class FaultSwitch {
  private volatile SwitchedFaults switched = new SwitchedFaults(List.of());

  /** Those that meet every request. */
  ActiveFaults active() {
    return switched.always();
  }

  /** Those that meet one request, to be asked once for each. */
  ActiveFaults meeting(Optional<Route> route) {
    return switched.meeting(route);
  }

  /**
   * Those that meet a request within another one, to be asked once for each.
   *
   * @param whole those that meet the other one
   */
  ActiveFaults meeting(Optional<Route> part, ActiveFaults whole) {
    return switched.meeting(part, whole);
  }

  /** What is on, as it can be sent again. */
  List<Object> shown() {
    return switched.shown();
  }

  /**
   * Turns on exactly these, for every request.
   *
   * @throws IllegalArgumentException if one is unknown; then nothing is switched
   */
  void activate(List<String> ids) {
    plan(FaultRegistry.named(ids).stream().map(FaultPlan::always).toList());
  }

  /** Turns on exactly these. */
  void plan(List<FaultPlan> plans) {
    switched = new SwitchedFaults(plans);
  }
}
