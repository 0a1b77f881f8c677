package dev.rollcall.fake;

import java.util.Map;

/**
 * Answers calls as the service would, and lets the faults of the moment at the answers. Knows
 * nothing of the wire.
 */
final class Service {
  private static final Family UNSERVED = new Unserved();

  private final Door door;
  private final Map<GraphOperation, Family> families;

  Service(Door door, Map<GraphOperation, Family> families) {
    this.door = door;
    this.families = Map.copyOf(families);
  }

  /** The answer as it goes out; an error is an answer too. */
  Answer answer(Call call) {
    Answer clean = clean(call);
    return call.route()
        .map(route -> call.faults().shaped(route.operation(), call, clean, this::clean))
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
    return call.route()
        .map(Route::operation)
        .filter(operation -> operation.method().equals(call.method()))
        .map(families::get)
        .orElse(UNSERVED);
  }
}
