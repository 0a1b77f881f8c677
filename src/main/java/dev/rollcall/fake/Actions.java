package dev.rollcall.fake;

import dev.rollcall.presence.Refusal;
import dev.rollcall.presence.Write;
import java.util.function.Function;

/** Operations that write: the path says to whom, the body says what. */
final class Actions implements Family {
  private final World world;
  private final Function<Call, Write> reader;

  Actions(World world, Function<Call, Write> reader) {
    this.world = world;
    this.reader = reader;
  }

  @Override
  public Answer answer(Call call) {
    User user = Asked.user(call.route().orElseThrow(), world);
    user.write(reader.apply(call), call.rules(), world.clock())
        .ifPresent(
            refusal -> {
              throw refused(refusal);
            });
    return Answer.done();
  }

  private static Refused refused(Refusal refusal) {
    return switch (refusal.kind()) {
      case INVALID -> Refused.invalid(refusal.sentence());
      case NOT_FOUND -> Refused.notFound(refusal.sentence());
    };
  }
}
