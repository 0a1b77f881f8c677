package dev.rollcall.fake.operation;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Caller;
import dev.rollcall.fake.call.Content;
import dev.rollcall.fake.call.Route;
import dev.rollcall.fake.world.FakeClock;
import dev.rollcall.fake.world.PresenceJson;
import dev.rollcall.fake.world.SeededRoster;
import dev.rollcall.fake.world.Settling;
import dev.rollcall.fake.world.Stencils;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the fake does for one answer for many, without the server around it; for measuring. Each
 * time other people are asked for, so that none of them is in the processor's cache already.
 */
public final class BatchKernel {
  private static final int USERS = 100_000;
  private static final int LISTS = 1_000;
  private static final long SEED = 650;

  private final ActiveFaults none = ActiveFaults.of(List.of());
  private final World world;
  private final PresenceJson json;
  private final BatchReads reads;
  private final List<byte[]> bodies;
  private int turn;

  /**
   * @param ids how many are asked for, 1 to 650
   */
  public BatchKernel(int ids) {
    FakeOptions options = FakeOptions.defaults().withUsers(USERS);
    world =
        new World(
            new SeededRoster(USERS),
            new FakeClock(options.clock()),
            new Settling(options.settle(), System::nanoTime),
            options.workLocation());
    json = new PresenceJson(options.dialect());
    reads = new BatchReads(world, new Stencils(json));
    bodies = Stream.generate(lists(ids)).limit(LISTS).toList();
  }

  private Supplier<byte[]> lists(int size) {
    List<UUID> everybody = world.ids();
    Random random = new Random(SEED);
    return () ->
        random
            .ints(0, everybody.size())
            .distinct()
            .limit(size)
            .mapToObj(number -> everybody.get(number).toString())
            .collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"))
            .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] next() {
    turn = (turn + 1) % LISTS;
    return bodies.get(turn);
  }

  /** Reads the ids alone; how many there are. */
  public int parsed() {
    return IdReader.read(next(), Integer.MAX_VALUE, true, world.roster()).size();
  }

  /** Renders one presence anew. */
  public byte[] rendered() {
    User user = world.find(world.me()).orElseThrow();
    return json.item(
        user.id().toString(),
        user.moment(none.rules(), world.clock().instant()),
        none.rules().messages().others());
  }

  /** Sends the answer to nobody; how long it is. */
  public int answer() {
    Call call =
        new Call(
            Route.of("/v1.0/communications/getPresencesByUserId"),
            "POST",
            "application/json",
            Optional.of(Caller.opaque("")),
            next(),
            none,
            world.clock().instant(),
            "",
            "");
    try {
      Content answer = reads.answer(call).content();
      answer.writeTo(OutputStream.nullOutputStream());
      return answer.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
