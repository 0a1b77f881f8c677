package dev.rollcall.fake;

import dev.rollcall.presence.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the fake does for one answer for many, without the server around it; for measuring. */
public final class BatchKernel {
  private final Rules rules = Rules.documented();
  private final World world;
  private final BatchReads reads;
  private final byte[] body;

  /**
   * @param ids how many are asked for, 1 to 650
   */
  public BatchKernel(int ids) {
    FakeOptions options = FakeOptions.defaults();
    world = new World(Roster.of(options), new FakeClock(options.clock()));
    reads = new BatchReads(world, new PresenceJson(options.dialect()));
    body =
        world.ids().stream()
            .limit(ids)
            .map(Object::toString)
            .collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of the answer. */
  public byte[] answer() {
    Call call =
        new Call(
            Optional.empty(),
            "POST",
            "application/json",
            true,
            body,
            rules,
            world.clock().instant(),
            "",
            "");
    return reads.answer(call).body();
  }
}
