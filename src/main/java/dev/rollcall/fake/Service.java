package dev.rollcall.fake;

import java.util.EnumMap;
import java.util.Map;

/**
 * Answers calls as the service would, and lets the faults of the moment at the answers. Knows
 * nothing of the wire.
 */
final class Service {
  private static final Family UNSERVED = new Unserved();

  private final Door door;
  private final Map<GraphOperation, Family> families;
  private final Throttle throttle;

  Service(Door door, Map<GraphOperation, Family> families, ControlPlane.Parts parts) {
    this.door = door;
    this.families = new EnumMap<>(families);
    this.families.put(
        GraphOperation.BATCH, new Bundles(this::part, parts.faults(), parts.world().clock()));
    this.throttle = parts.throttle();
  }

  /** The answer as it goes out; an error is an answer too. */
  Answer answer(Call call) {
    return shaped(call, throttle.refusal(call).orElseGet(() -> clean(call)));
  }

  private Answer part(Call call) {
    return call.faults().has(Lapse.THROTTLE_SPARES_BATCHES)
        ? shaped(call, clean(call))
        : answer(call);
  }

  private Answer shaped(Call call, Answer clean) {
    return call.operation()
        .map(operation -> call.faults().shaped(operation, call, clean, this::clean))
        .orElse(clean);
  }

  private Answer clean(Call call) {
    try {
      door.admit(call);
      return family(call).answer(call);
    } catch (Refused refused) {
      return Envelope.of(refused, call);
    }
  }

  private Family family(Call call) {
    return call.operation()
        .filter(operation -> operation.method().equals(call.method()))
        .map(families::get)
        .orElse(UNSERVED);
  }
}
