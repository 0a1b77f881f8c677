package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.FaultsMet;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.world.World;
import java.util.Map;

/**
 * Answers calls as the service would, and lets the faults of the moment at the answers. Knows
 * nothing of the wire.
 */
public final class Service {
  private static final Family UNSERVED = new Unserved();

  private final Door door;
  private final Map<GraphOperation, Family> families;
  private final Throttle throttle;

  public Service(World world, Throttle throttle, FaultsMet faults, Dialect dialect, Door door) {
    this.door = door;
    this.throttle = throttle;
    this.families = Families.of(world, dialect);
    families.put(GraphOperation.BATCH, new Bundles(this::part, faults, world.clock()));
  }

  /** The answer as it goes out; an error is an answer too. */
  public Answer answer(Call call) {
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
