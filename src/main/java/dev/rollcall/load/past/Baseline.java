package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Comparison;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Volume;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.UnreadableResult;
import dev.rollcall.report.text.ComparedText;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An earlier run to compare with. */
public final class Baseline {
  /** Rates and sizes that differ by less are the same plan, rounded to whole requests. */
  private static final double ROUNDING = 0.01;

  private final String name;
  private final LoadResult earlier;
  private final Slices slices;

  private Baseline(String name, LoadResult earlier, Slices slices) {
    this.name = name;
    this.earlier = earlier;
    this.slices = slices;
  }

  /**
   * What makes two runs comparable; how long they last is free.
   *
   * @param measured "embedded", "process" or "remote"
   */
  public record Plan(String profile, double perSecond, double itemsPerRequest, String measured) {

    static Plan of(LoadResult result) {
      Volume asked = result.asked();
      return new Plan(
          result.profile().name(),
          asked.perSecond(),
          (double) asked.items() / Math.max(1, asked.requests()),
          result.measured());
    }
  }

  /**
   * The run that {@code --baseline} names; empty without.
   *
   * @throws dev.rollcall.target.InvalidSetting if it cannot be read, says nothing of its target, or
   *     had another plan
   */
  public static Optional<Baseline> of(Settings settings, Plan plan) {
    return settings.value(Setting.BASELINE).map(file -> read(file, plan));
  }

  private static Baseline read(String file, Plan plan) {
    try {
      LoadResult earlier = ResultFiles.loadIn(Path.of(file));
      if (earlier.verdict() == LoadVerdict.INVALID || earlier.timeline().isEmpty()) {
        throw refusal(file, "that run is INVALID, its figures say nothing; name another");
      }
      difference(Plan.of(earlier), plan)
          .ifPresent(
              why -> {
                throw refusal(file, why + "; only runs of one plan can be compared");
              });
      return new Baseline(file, earlier, Slices.of(earlier.timeline()));
    } catch (UnreadableResult e) {
      throw refusal(file, "it cannot be used: " + e.getMessage());
    } catch (UnreadableHistogram e) {
      throw refusal(file, "it holds no histograms of its seconds; name another load.json");
    } catch (InvalidPathException e) {
      throw refusal(file, "that is no path; name a load.json");
    }
  }

  private static RuntimeException refusal(String file, String why) {
    return Settings.invalid(Setting.BASELINE, file, why);
  }

  private static Optional<String> difference(Plan earlier, Plan now) {
    if (!earlier.profile().equals(now.profile())) {
      return Optional.of(
          "its profile is " + earlier.profile() + ", that of this run " + now.profile());
    }
    if (differ(earlier.perSecond(), now.perSecond())) {
      return Optional.of(
          "it asked for "
              + plain(earlier.perSecond())
              + " requests a second, this run for "
              + plain(now.perSecond()));
    }
    if (differ(earlier.itemsPerRequest(), now.itemsPerRequest())) {
      return Optional.of(
          "its requests asked for "
              + plain(earlier.itemsPerRequest())
              + " presences each, those of this run for "
              + plain(now.itemsPerRequest()));
    }
    return earlier.measured().equals(now.measured())
        ? Optional.empty()
        : Optional.of("it measured " + earlier.measured() + ", this run " + now.measured());
  }

  private static boolean differ(double a, double b) {
    return Math.abs(a - b) > ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : "%.2f", number);
  }

  /** Holds a run's seconds against those of the earlier one. */
  public Comparison compare(List<Second> timeline, Volume reached) {
    List<Compared> figures =
        new Bootstrap(
                slices,
                pace(earlier.timeline(), earlier.reached()),
                Slices.of(timeline),
                pace(timeline, reached))
            .figures();
    return new Comparison(name, earlier.startedAt(), figures);
  }

  private static double pace(List<Second> timeline, Volume reached) {
    double planned = (double) reached.requests() / Math.max(1, timeline.size());
    return planned == 0 ? 1 : Math.min(1, reached.perSecond() / planned);
  }

  /** Whether a worse figure may be the doing of a generator out of breath. */
  public static boolean isLatency(Compared figure) {
    return measure(figure).isLatency();
  }

  /** Whether requests that leave late can make it worse. */
  public static boolean isReached(Compared figure) {
    return measure(figure) == Measure.REACHED;
  }

  /** The least reached share that is no worse. */
  public static double tolerated(Compared reached) {
    return reached.before() - Measure.REACHED.bound(reached.before());
  }

  /** A figure in one sentence, for people. */
  public static String sentence(Compared figure) {
    ComparedText text = new ComparedText(figure);
    Measure measure = measure(figure);
    double bound = measure.bound(figure.before());
    return text.sentence()
        + "; tolerated "
        + text.change(measure == Measure.REACHED ? -bound : bound);
  }

  private static Measure measure(Compared figure) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.label().equals(figure.name()))
        .findFirst()
        .orElseThrow();
  }
}
