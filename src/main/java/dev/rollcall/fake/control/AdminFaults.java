package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.fault.FaultRegistry;
import dev.rollcall.fake.fault.FaultSwitch;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The faults over HTTP. */
final class AdminFaults {
  private final FaultSwitch faults;

  AdminFaults(FaultSwitch faults) {
    this.faults = faults;
  }

  Map<String, Object> shown() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("available", FaultRegistry.all().stream().map(AdminFaults::described).toList());
    all.put("active", faults.shown());
    return all;
  }

  Map<String, Object> put(JsonNode body) {
    faults.plan(FaultPlans.of(body));
    return active();
  }

  /** What is on, as it can be put again. */
  Map<String, Object> active() {
    return Map.of("active", faults.shown());
  }

  private static Map<String, Object> described(Fault fault) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("id", fault.id());
    description.put("family", fault.family());
    description.put("operation", fault.operation().map(GraphOperation::text).orElse(""));
    description.put("description", fault.description());
    return description;
  }
}
