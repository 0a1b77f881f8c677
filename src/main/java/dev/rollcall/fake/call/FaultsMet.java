package dev.rollcall.fake.call;

import java.util.Optional;

/** Tells which faults meet a request; to be asked once for each, since a share of them is drawn. */
public interface FaultsMet {

  /** Those that meet the request for that. */
  ActiveFaults meeting(Optional<Route> route);

  /**
   * Those that meet a request within another one.
   *
   * @param whole those that meet the other one
   */
  ActiveFaults meeting(Optional<Route> part, ActiveFaults whole);
}
