package dev.rollcall.fake;

import java.util.List;

/** Which faults are on. */
final class FaultSwitch {
  private volatile ActiveFaults active = ActiveFaults.of(List.of());

  ActiveFaults active() {
    return active;
  }

  /**
   * Turns on exactly these.
   *
   * @throws IllegalArgumentException if one is unknown; then nothing is switched
   */
  void activate(List<String> ids) {
    active = ActiveFaults.of(FaultRegistry.named(ids));
  }
}
