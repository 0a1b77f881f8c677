package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadHistory;
import dev.rollcall.report.result.LoadHistory.Run;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.UnreadableResult;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A folder that keeps the {@code load.json} of the last runs, the same number for each profile and
 * target. Whatever else lies there is left alone.
 */
public final class History {
  static final int KEPT = 20;

  private static final String ENDING = ".load.json";
  private static final double MICROS_PER_MILLI = 1_000;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;

  private History(Path folder) {
    this.folder = folder;
  }

  /**
   * What became of a run's place in the history.
   *
   * @param warnings one line for each file that was skipped
   */
  public record Kept(LoadHistory history, List<String> warnings) {
    public Kept {
      warnings = List.copyOf(warnings);
    }
  }

  private record Old(Path file, LoadResult result, Run run) {}

  /**
   * The folder that {@code --history} names, made if need be.
   *
   * @throws dev.rollcall.target.InvalidSetting if it cannot be
   */
  public static History in(String folder) {
    Path path = Path.of(folder);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw Settings.invalid(
          Setting.HISTORY, folder, "the folder cannot be made (" + e + "); name another");
    }
    return new History(path);
  }

  /**
   * Keeps a run, unless it measured nothing, and lets go of the oldest ones like it.
   *
   * @throws dev.rollcall.report.result.UnwritableResult if the run cannot be written
   * @throws dev.rollcall.target.InvalidSetting if the folder cannot be read, or an old run stays
   */
  public Kept keep(LoadResult result) {
    if (!result.operations().isEmpty()) {
      ResultFiles.writeAs(result, folder.resolve(name(result)));
    }
    List<String> warnings = new ArrayList<>();
    List<Old> runs = runsLike(result, warnings);
    int tooMany = Math.max(0, runs.size() - KEPT);
    runs.subList(0, tooMany).forEach(old -> delete(old.file()));
    return new Kept(LoadHistory.of(runs.stream().skip(tooMany).map(Old::run).toList()), warnings);
  }

  private List<Old> runsLike(LoadResult result, List<String> warnings) {
    List<Old> runs = new ArrayList<>();
    for (Path file : files()) {
      try {
        LoadResult old = ResultFiles.loadIn(file);
        if (isLike(old, result)) {
          runs.add(new Old(file, old, run(old)));
        }
      } catch (UnreadableResult e) {
        warnings.add("history: skipped, " + e.getMessage());
      } catch (UnreadableHistogram e) {
        warnings.add("history: skipped, " + file + ": " + e.getMessage());
      }
    }
    runs.sort(Comparator.comparing(old -> old.result().startedAt()));
    return runs;
  }

  private static boolean isLike(LoadResult old, LoadResult now) {
    return old.profile().name().equals(now.profile().name())
        && old.target().name().equals(now.target().name())
        && old.measured().equals(now.measured());
  }

  private static Run run(LoadResult result) {
    Histogram latency = new Histogram(3);
    for (Operation operation : result.operations()) {
      latency.add(Slices.decoded(operation.intendedHistogram()));
    }
    return new Run(
        result.startedAt(),
        result.verdict(),
        result.asked().perSecond(),
        result.reached().perSecond(),
        latency.getValueAtPercentile(50) / MICROS_PER_MILLI,
        latency.getValueAtPercentile(99) / MICROS_PER_MILLI,
        result.errors());
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw Settings.invalid(
          Setting.HISTORY, folder.toString(), "the folder cannot be read (" + e + ")");
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Settings.invalid(
          Setting.HISTORY, folder.toString(), "an old run cannot be deleted (" + e + ")");
    }
  }

  private static String name(LoadResult result) {
    return INSTANT.format(result.startedAt())
        + "-"
        + plain(result.profile().name())
        + "-"
        + plain(result.target().name())
        + ENDING;
  }

  /** A target's name may be an address. */
  private static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9.]+", "-");
    return plain.substring(0, Math.min(60, plain.length()));
  }
}
