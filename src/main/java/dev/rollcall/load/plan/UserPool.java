package dev.rollcall.load.plan;

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
import java.util.function.LongUnaryOperator;

/**
 * The users asked for. Which of them a request names depends on its number alone, so that two runs
 * of one plan ask the same.
 */
public final class UserPool {
  private static final long SEED = 20_261_125;

  private final List<String> ids;
  private final LongUnaryOperator keys;
  private final Optional<ZipfRanks> ranks;

  /**
   * @param keys of a request's number, on which alone depends whom it names
   */
  private UserPool(List<String> ids, LongUnaryOperator keys, Optional<ZipfRanks> ranks) {
    this.ids = ids;
    this.keys = keys;
    this.ranks = ranks;
  }

  /**
   * The users of {@code --users}, else everybody on our fake.
   *
   * @throws dev.rollcall.target.InvalidSetting if nobody is named, the file cannot be read, or
   *     there are fewer users than a request asks for
   */
  public static UserPool of(Settings settings, Target target, LoadPlan plan) {
    if (!target.ours() || settings.value(Setting.USERS).isPresent()) {
      return of(listed(settings, plan), plan);
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
    return of(everybody, plan);
  }

  /**
   * The users of {@code --users}.
   *
   * @throws dev.rollcall.target.InvalidSetting if nobody is named, the file cannot be read, or it
   *     names fewer users than a request asks for
   */
  public static List<String> listed(Settings settings, LoadPlan plan) {
    return settings
        .value(Setting.USERS)
        .map(file -> fileOf(file, plan.batch()))
        .orElseThrow(
            () ->
                Settings.invalid(
                    Setting.TARGET,
                    settings.value(Setting.TARGET).orElseThrow(),
                    "people are never enumerated; name a file of user ids, one a line, with"
                        + " --users FILE"));
  }

  public static UserPool of(List<String> ids) {
    return new UserPool(mixed(ids), LongUnaryOperator.identity(), Optional.empty());
  }

  /** Of a plan's users those of its part, or all where a part would be too few for a request. */
  public static UserPool of(List<String> all, LoadPlan plan) {
    List<String> mixed = mixed(all);
    List<String> own = plan.shard().of(mixed);
    List<String> ids = own.size() < plan.batch() ? mixed : own;
    return new UserPool(
        ids,
        plan::key,
        plan.zipf() > 0 ? Optional.of(new ZipfRanks(ids.size(), plan.zipf())) : Optional.empty());
  }

  private static List<String> mixed(List<String> ids) {
    List<String> mixed = new ArrayList<>(ids);
    Collections.shuffle(mixed, new Random(SEED));
    return List.copyOf(mixed);
  }

  /** The users of one request, each once. */
  public List<String> batch(long index, int size) {
    var random = new SplittableRandom(SEED + keys.applyAsLong(index));
    return ranks
        .map(zipf -> zipf.draw(random, size).stream().map(ids::get).toList())
        .orElseGet(() -> neighbours(random, size));
  }

  private List<String> neighbours(SplittableRandom random, int size) {
    int from = random.nextInt(ids.size());
    List<String> batch = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      batch.add(ids.get((from + i) % ids.size()));
    }
    return batch;
  }

  private static List<String> fileOf(String file, int batch) {
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
    return List.copyOf(ids.values());
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
