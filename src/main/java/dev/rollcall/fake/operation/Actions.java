package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.AccessRules.Guard;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Refusal;
import dev.rollcall.presence.Write;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Operations that write: the path says to whom, the body says what. */
final class Actions implements Family {
  private final World world;
  private final Access access;
  private final Aftermath aftermath;
  private final Function<Call, Write> reader;

  Actions(World world, Function<Call, Write> reader) {
    this.world = world;
    this.access = new Access(world);
    this.aftermath = new Aftermath(world);
    this.reader = reader;
  }

  @Override
  public Answer answer(Call call) {
    UUID id = access.asked(call);
    Optional<Refused> denied = access.write(call, id);
    if (denied.isPresent()) {
      throw denied(denied.get(), call, id);
    }
    User asked = access.user(id);
    User user = call.faults().has(Lapse.WRITES_GO_TO_NEXT_USER) ? world.next(asked) : asked;
    Write write = reader.apply(call);
    Optional<Refused> foreign = access.session(call, write);
    if (foreign.isPresent()) {
      throw denied(foreign.get(), call, id);
    }
    user.write(write, call.rules(), world.clock())
        .ifPresent(
            refusal -> {
              throw refused(refusal);
            });
    aftermath.of(write, user, call.faults());
    return Answer.done();
  }

  // What is wrong with the request itself comes first, whoever sent it.
  private Refused denied(Refused denied, Call call, UUID id) {
    if (call.rules().access().has(Guard.ARGUMENTS_FIRST)) {
      reader
          .apply(call)
          .refusal(Presence.nothing(call.now()), call.rules())
          .filter(refusal -> refusal.kind() == Refusal.Kind.INVALID)
          .ifPresent(
              refusal -> {
                throw refused(refusal);
              });
    }
    if (!call.rules().access().has(Guard.DENIED_IS_NOT_DONE)) {
      access.user(id).write(reader.apply(call), call.rules(), world.clock());
    }
    return denied;
  }

  private static Refused refused(Refusal refusal) {
    return switch (refusal.kind()) {
      case INVALID -> Refused.invalid(refusal.sentence());
      case NOT_FOUND -> Refused.notFound(refusal.sentence());
    };
  }
}
