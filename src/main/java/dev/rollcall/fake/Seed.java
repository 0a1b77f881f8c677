package dev.rollcall.fake;

import dev.rollcall.presence.Facts;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * The users with whom a fake begins: five named ones and as many more as asked for, the same ones
 * each time.
 */
final class Seed {
  private static final long SEED = 20_200_101;
  private static final List<String> NAMED =
      List.of(
          "0a0a0a0a-0001-4000-8000-000000000001",
          "0a0a0a0a-0002-4000-8000-000000000002",
          "0a0a0a0a-0003-4000-8000-000000000003",
          "0a0a0a0a-0004-4000-8000-000000000004",
          "0a0a0a0a-0005-4000-8000-000000000005");

  /**
   * What a Teams client or a calendar may have set; a session of a client does not end by itself.
   */
  private static final List<State> CLIENTS =
      List.of(
          new State("Busy", "InAMeeting"),
          new State("Busy", "InACall"),
          new State("DoNotDisturb", "Presenting"),
          new State("Away", "Away"));

  private static final Duration FOR_GOOD = Duration.ofDays(36_500);

  private final List<String> ids;

  private Seed(List<String> ids) {
    this.ids = ids;
  }

  /** Users from a file, or so many from the seed; never fewer than the five named ones. */
  static Seed of(FakeOptions options) {
    return new Seed(options.usersFile().map(Seed::read).orElseGet(() -> made(options.users())));
  }

  /** The first five, whose ids are told at the start. */
  List<String> named() {
    return ids.subList(0, Math.min(5, ids.size()));
  }

  List<Account> accounts(Instant now) {
    var random = new Random(SEED);
    return ids.stream().map(id -> new Account(id, facts(id, random, now))).toList();
  }

  /** The named users begin with nothing set; of the others one in six is off-line. */
  private Facts facts(String id, Random random, Instant now) {
    int draw = random.nextInt(CLIENTS.size() + 2);
    Facts nothing = Facts.unknown(now);
    if (named().contains(id) || draw > CLIENTS.size()) {
      return nothing;
    }
    Rules rules = Rules.documented();
    if (draw < CLIENTS.size()) {
      return nothing.set("client", CLIENTS.get(draw), FOR_GOOD, now, rules);
    }
    return nothing
        .set("client", new State("Away", "Away"), FOR_GOOD, now, rules)
        .prefer(new State("Available", "Available"), Optional.of(FOR_GOOD), now, rules);
  }

  private static List<String> made(int count) {
    var random = new Random(SEED);
    var ids = new ArrayList<>(NAMED);
    while (ids.size() < count) {
      ids.add(versionFour(random.nextLong(), random.nextLong()).toString());
    }
    return List.copyOf(ids);
  }

  private static UUID versionFour(long high, long low) {
    return new UUID((high & ~0xf000L) | 0x4000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
  }

  private static List<String> read(Path file) {
    try {
      List<String> ids =
          Files.readAllLines(file).stream()
              .map(line -> line.strip().toLowerCase(Locale.ROOT))
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .distinct()
              .toList();
      for (String id : ids) {
        if (!Guids.isGuid(id)) {
          throw new CannotStart(
              "--users " + file + ": '" + id + "' is no user id; write one GUID a line");
        }
      }
      if (ids.isEmpty()) {
        throw new CannotStart("--users " + file + ": it names no user; write one GUID a line");
      }
      return ids;
    } catch (IOException e) {
      throw new CannotStart(
          "--users " + file + ": the file cannot be read; name a readable one, or a number");
    }
  }
}
