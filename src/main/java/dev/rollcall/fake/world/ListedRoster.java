package dev.rollcall.fake.world;

import dev.rollcall.fake.call.Guid;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The users of a file, in its order; whoever stands there twice is one. */
public final class ListedRoster implements Roster {
  private final Ids ids;
  private final IdIndex index;

  private ListedRoster(int most) {
    ids = new Ids(most);
    index = new IdIndex(ids, most);
  }

  /**
   * @throws IllegalArgumentException if the file cannot be read, or does not name one user a line
   */
  public static ListedRoster read(Path file) {
    List<String> lines = lines(file);
    ListedRoster roster = new ListedRoster(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        int number = i + 1;
        roster.add(
            Guid.of(line)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            file + ":" + number + ": no user id; write one GUID a line")));
      }
    }
    if (roster.size() == 0) {
      throw new IllegalArgumentException(
          "users file " + file + " names nobody; write one GUID a line");
    }
    return roster;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "users file " + file + " does not exist; check its path", e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(
          "users file " + file + " is no text; write one GUID a line", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "users file " + file + " cannot be read; check its permissions", e);
    }
  }

  private void add(UUID id) {
    if (number(id.getMostSignificantBits(), id.getLeastSignificantBits()) < 0) {
      ids.add(id);
      index.add(ids.size() - 1);
    }
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public UUID id(int number) {
    return ids.id(number);
  }

  @Override
  public int number(long high, long low) {
    return index.find(high, low);
  }
}
