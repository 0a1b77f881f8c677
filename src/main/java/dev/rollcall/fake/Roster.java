package dev.rollcall.fake;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The users that a fake starts with, in order. The first is whom a token means that names nobody,
 * the first five are named.
 *
 * @param ids at least one, no two alike
 */
record Roster(List<UUID> ids) {
  private static final long SEED = 650;
  private static final List<UUID> NAMED =
      List.of(
          UUID.fromString("5e1f0001-0a11-4c0d-8e55-000000000001"),
          UUID.fromString("5e1f0002-0a11-4c0d-8e55-000000000002"),
          UUID.fromString("5e1f0003-0a11-4c0d-8e55-000000000003"),
          UUID.fromString("5e1f0004-0a11-4c0d-8e55-000000000004"),
          UUID.fromString("5e1f0005-0a11-4c0d-8e55-000000000005"));

  static Roster of(FakeOptions options) {
    return options.usersFile().map(Roster::read).orElseGet(() -> seeded(options.users()));
  }

  private static Roster seeded(int count) {
    List<UUID> ids = new ArrayList<>(NAMED.subList(0, Math.min(count, NAMED.size())));
    SplittableRandom random = new SplittableRandom(SEED);
    while (ids.size() < count) {
      long high = random.nextLong() & ~0xF000L | 0x4000L;
      long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
      ids.add(new UUID(high, low));
    }
    return new Roster(ids);
  }

  private static Roster read(Path file) {
    List<String> lines = lines(file);
    Set<UUID> ids = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        int number = i + 1;
        ids.add(
            Guid.of(line)
                .orElseThrow(
                    () ->
                        new CannotStart(
                            file + ":" + number + ": no user id; write one GUID a line")));
      }
    }
    if (ids.isEmpty()) {
      throw new CannotStart("users file " + file + " names nobody; write one GUID a line");
    }
    return new Roster(List.copyOf(ids));
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

  List<UUID> named() {
    return ids.subList(0, Math.min(ids.size(), NAMED.size()));
  }
}
