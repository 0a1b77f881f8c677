package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.fault.FaultPlan;
import dev.rollcall.fake.fault.FaultRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads plans of faults. */
final class FaultPlans {
  private static final Set<String> MEMBERS =
      Set.of(FaultPlan.ID, FaultPlan.OPERATION, FaultPlan.SHARE, FaultPlan.NEXT, FaultPlan.SEED);
  private static final long MOST = 1_000_000_000;
  private static final String FORM =
      "send {\"active\": [\"<fault id>\", {\"id\": \"<fault id>\", \"operation\": \"getPresence\","
          + " \"share\": 0.1, \"next\": 5}]}, of which operation, share and next can be left out";

  private FaultPlans() {}

  /**
   * @throws IllegalArgumentException if something of it cannot be read
   */
  static List<FaultPlan> of(JsonNode body) {
    JsonNode list = body.path("active");
    if (!list.isArray()) {
      throw new IllegalArgumentException("'active' is no list of strings or objects; " + FORM);
    }
    List<FaultPlan> plans = new ArrayList<>();
    for (JsonNode each : list) {
      plans.add(plan(each));
    }
    return plans;
  }

  private static FaultPlan plan(JsonNode each) {
    if (each.isString()) {
      return FaultPlan.always(fault(each.stringValue()));
    }
    if (!each.isObject()) {
      throw new IllegalArgumentException("'active' is no list of strings or objects; " + FORM);
    }
    Sent sent = new Sent(each, FORM);
    each.propertyNames().stream()
        .filter(name -> !MEMBERS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw sent.wrong("a fault has no '" + name + "'");
            });
    Fault fault = fault(sent.need(FaultPlan.ID));
    Optional<Long> seed = whole(sent, FaultPlan.SEED, Long.MIN_VALUE, Long.MAX_VALUE);
    return new FaultPlan(
        fault,
        operation(sent, fault),
        share(sent),
        whole(sent, FaultPlan.NEXT, 1, MOST),
        seed.orElse(FaultPlan.USUAL_SEED));
  }

  private static Fault fault(String id) {
    return FaultRegistry.named(List.of(id)).get(0);
  }

  // Whoever counts the next requests means those that the fault can meet.
  private static Optional<GraphOperation> operation(Sent sent, Fault fault) {
    Optional<GraphOperation> asked =
        sent.text(FaultPlan.OPERATION).map(text -> GraphOperation.named(text, FORM));
    if (asked.isPresent() && fault.operation().isPresent() && !asked.equals(fault.operation())) {
      throw sent.wrong(
          "'operation' is one that fault '%s' never meets, it is about %s"
              .formatted(fault.id(), fault.operation().get().text()));
    }
    boolean always = asked.isEmpty() && !sent.has(FaultPlan.SHARE) && !sent.has(FaultPlan.NEXT);
    return always ? Optional.empty() : asked.or(fault::operation);
  }

  private static Optional<Double> share(Sent sent) {
    JsonNode share = sent.json().path(FaultPlan.SHARE);
    if (share.isMissingNode() || share.isNull()) {
      return Optional.empty();
    }
    if (!share.isNumber() || !(share.doubleValue() >= 0 && share.doubleValue() <= 1)) {
      throw sent.wrong("'share' is no number from 0 to 1");
    }
    return Optional.of(share.doubleValue());
  }

  private static Optional<Long> whole(Sent sent, String member, long least, long most) {
    JsonNode number = sent.json().path(member);
    if (number.isMissingNode() || number.isNull()) {
      return Optional.empty();
    }
    if (!number.isIntegralNumber()
        || !number.canConvertToLong()
        || number.longValue() < least
        || number.longValue() > most) {
      throw sent.wrong("'%s' is no whole number from %d to %d".formatted(member, least, most));
    }
    return Optional.of(number.longValue());
  }
}
