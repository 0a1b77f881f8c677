package dev.rollcall.fake;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The users that a fake starts with, in order. The first is whom a token means that names nobody,
 * the first five are named. There are at least one, no two alike.
 */
final class Roster {
  private static final long SEED = 650;
  private static final List<UUID> NAMED =
      List.of(
          UUID.fromString("5e1f0001-0a11-4c0d-8e55-000000000001"),
          UUID.fromString("5e1f0002-0a11-4c0d-8e55-000000000002"),
          UUID.fromString("5e1f0003-0a11-4c0d-8e55-000000000003"),
          UUID.fromString("5e1f0004-0a11-4c0d-8e55-000000000004"),
          UUID.fromString("5e1f0005-0a11-4c0d-8e55-000000000005"));

  private final Ids ids;
  private final IdIndex index;

  private Roster(int most) {
    ids = new Ids(most);
    index = new IdIndex(ids, most);
  }

  static Roster of(FakeOptions options) {
    return options.usersFile().map(Roster::read).orElseGet(() -> seeded(options.users()));
  }

  private static Roster seeded(int count) {
    Roster roster = new Roster(count);
    NAMED.stream().limit(count).forEach(roster::add);
    SplittableRandom random = new SplittableRandom(SEED);
    while (roster.size() < count) {
      long high = random.nextLong() & ~0xF000L | 0x4000L;
      long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
      roster.add(new UUID(high, low));
    }
    return roster;
  }

  private void add(UUID id) {
    if (index.find(id.getMostSignificantBits(), id.getLeastSignificantBits()) < 0) {
      ids.add(id);
      index.add(ids.size() - 1);
    }
  }

  private static Roster read(Path file) {
    List<String> lines = lines(file);
    Roster roster = new Roster(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        int number = i + 1;
        roster.add(
            Guid.of(line)
                .orElseThrow(
                    () ->
                        new CannotStart(
                            file + ":" + number + ": no user id; write one GUID a line")));
      }
    }
    if (roster.size() == 0) {
      throw new CannotStart("users file " + file + " names nobody; write one GUID a line");
    }
    return roster;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new CannotStart("users file " + file + " does not exist; check its path", e);
    } catch (MalformedInputException e) {
      throw new CannotStart("users file " + file + " is no text; write one GUID a line", e);
    } catch (IOException e) {
      throw new CannotStart("users file " + file + " cannot be read; check its permissions", e);
    }
  }

  int size() {
    return ids.size();
  }

  UUID id(int number) {
    return ids.id(number);
  }

  /** The place of a user; negative when it is none of these. */
  int number(long high, long low) {
    return index.find(high, low);
  }

  /** The same for many. */
  int[] numbers(Ids asked) {
    return index.find(asked);
  }

  boolean isNamed(int number) {
    return number < NAMED.size();
  }

  List<UUID> named() {
    return IntStream.range(0, Math.min(size(), NAMED.size())).mapToObj(this::id).toList();
  }
}
