package dev.rollcall.load;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The users asked for. Which of them a request names depends on its number alone, so that two runs
 * of one plan ask the same.
 */
final class UserPool {
  private static final long SEED = 20_261_125;

  private final List<String> ids;

  private UserPool(List<String> ids) {
    this.ids = ids;
  }

  /**
   * The users of {@code --users}, else everybody on our fake.
   *
   * @throws dev.rollcall.target.InvalidSetting if nobody is named, the file cannot be read, or
   *     there are fewer users than a request asks for
   */
  static UserPool of(Settings settings, Target target, LoadPlan plan) {
    Optional<String> file = settings.value(Setting.USERS);
    if (file.isPresent()) {
      return ofFile(file.get(), plan.batch());
    }
    if (!target.ours()) {
      throw Settings.invalid(
          Setting.TARGET,
          target.name(),
          "people are never enumerated; name a file of user ids, one a line, with --users FILE");
    }
    List<String> everybody = target.everybody();
    if (everybody.size() < plan.batch()) {
      throw Settings.invalid(
          Setting.BATCH,
          "" + plan.batch(),
          "the fake has "
              + everybody.size()
              + " users; give a smaller batch or start it with more");
    }
    return of(everybody);
  }

  static UserPool of(List<String> ids) {
    List<String> mixed = new ArrayList<>(ids);
    Collections.shuffle(mixed, new Random(SEED));
    return new UserPool(List.copyOf(mixed));
  }

  /** The users of one request, each once. */
  List<String> batch(long index, int size) {
    int from = new SplittableRandom(SEED + index).nextInt(ids.size());
    List<String> batch = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      batch.add(ids.get((from + i) % ids.size()));
    }
    return batch;
  }

  private static UserPool ofFile(String file, int batch) {
    // A user named twice is one user, in whatever case: GUIDs compare so.
    Map<String, String> ids = new TreeMap<>();
    for (String line : lines(file)) {
      String id = line.strip();
      if (!id.isEmpty() && !id.startsWith("#")) {
        ids.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
      }
    }
    if (ids.size() < batch) {
      throw Settings.invalid(
          Setting.USERS,
          file,
          "it names "
              + ids.size()
              + " users, one request asks for "
              + batch
              + "; name more or give a smaller --batch");
    }
    return of(List.copyOf(ids.values()));
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      throw Settings.invalid(
          Setting.USERS,
          file,
          "the file cannot be read; name a text file of user ids in UTF-8, one a line");
    }
  }
}
