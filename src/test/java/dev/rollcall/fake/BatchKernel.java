package dev.rollcall.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the fake does for one answer for many, without the server around it; for measuring. */
public final class BatchKernel {
  private final ActiveFaults none = ActiveFaults.of(List.of());
  private final World world;
  private final PresenceJson json;
  private final BatchReads reads;
  private final byte[] body;

  /**
   * @param ids how many are asked for, 1 to 650
   */
  public BatchKernel(int ids) {
    FakeOptions options = FakeOptions.defaults();
    world =
        new World(
            Roster.of(options),
            new FakeClock(options.clock()),
            new Settling(options.settle(), System::nanoTime),
            options.workLocation());
    json = new PresenceJson(options.dialect());
    reads = new BatchReads(world, json);
    body =
        world.ids().stream()
            .limit(ids)
            .map(Object::toString)
            .collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the ids alone; how many there are. */
  public int parsed() {
    return IdReader.read(body, Integer.MAX_VALUE, true).size();
  }

  /** Renders one presence anew. */
  public byte[] rendered() {
    User user = world.find(world.me()).orElseThrow();
    return json.item(
        user.id().toString(),
        user.moment(none.rules(), world.clock().instant()),
        none.rules().messages().others());
  }

  /** The bytes of the answer. */
  public byte[] answer() {
    Call call =
        new Call(
            Route.of(Paths.BATCH),
            "POST",
            "application/json",
            Optional.of(Caller.opaque("")),
            body,
            none,
            world.clock().instant(),
            "",
            "");
    return reads.answer(call).body();
  }
}
