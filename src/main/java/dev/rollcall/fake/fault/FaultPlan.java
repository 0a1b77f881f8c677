package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.WireFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fault and the requests that it meets.
 *
 * @param operation of those requests; empty when they are of any
 * @param share of them, 0 to 1; empty when it meets each
 * @param next how many of them are still to come; empty when there is no end
 * @param seed of the draw for the share
 */
public record FaultPlan(
    Fault fault,
    Optional<GraphOperation> operation,
    Optional<Double> share,
    Optional<Long> next,
    long seed) {
  public static final String ID = "id";
  public static final String OPERATION = "operation";
  public static final String SHARE = "share";
  public static final String NEXT = "next";
  public static final String SEED = "seed";
  public static final long USUAL_SEED = 650;

  /** It meets every request. */
  public static FaultPlan always(Fault fault) {
    return new FaultPlan(fault, Optional.empty(), Optional.empty(), Optional.empty(), USUAL_SEED);
  }

  boolean isAlways() {
    return operation.isEmpty() && share.isEmpty() && next.isEmpty();
  }

  boolean meets(Optional<GraphOperation> asked) {
    return operation.isEmpty() || operation.equals(asked);
  }

  /** Whether it is for requests of an operation that may be parts of another, which no wire is. */
  boolean meetsParts() {
    return operation.isPresent() && !(fault instanceof WireFault);
  }

  /** As it can be sent again: an id alone if it meets every request. */
  Object shown(Optional<Long> remaining) {
    if (isAlways()) {
      return fault.id();
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(ID, fault.id());
    operation.ifPresent(each -> shown.put(OPERATION, each.text()));
    share.ifPresent(
        each -> {
          shown.put(SHARE, each);
          shown.put(SEED, seed);
        });
    remaining.ifPresent(each -> shown.put(NEXT, each));
    return shown;
  }
}
