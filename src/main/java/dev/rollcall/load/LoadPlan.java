package dev.rollcall.load;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.List;
import java.util.Locale;

/**
 * What a run asks for, and when: an open model, in which requests leave by the clock and not when
 * earlier ones are answered.
 *
 * <p>Requests are numbered from 0. Each second holds its even share of them, at even distances on a
 * grid of milliseconds. Those of the warm-up are sent and not recorded.
 *
 * @param profile name of the injection shape
 * @param rate requests a second
 * @param batch ids in one request, 1 to the documented 650
 * @param seconds length after warm-up
 */
public record LoadPlan(String profile, double rate, int batch, int warmUpSeconds, int seconds) {
  static final int MOST_IDS = 650;
  static final int FASTEST = 10_000;
  static final int LONGEST_SECONDS = 3_600;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /**
   * @throws dev.rollcall.target.InvalidSetting if a number is out of range, or no request remains
   */
  public LoadPlan {
    if (!(rate > 0 && rate <= FASTEST)) {
      throw Settings.invalid(
          Setting.RATE, plain(rate), "give a number above 0 and up to " + FASTEST);
    }
    if (batch < 1 || batch > MOST_IDS) {
      throw Settings.invalid(
          Setting.BATCH, "" + batch, "one request takes 1 to " + MOST_IDS + " ids");
    }
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw Settings.invalid(
          Setting.DURATION, seconds + "s", "give 1s to " + LONGEST_SECONDS + "s");
    }
    if (requests(rate, warmUpSeconds + seconds)
            - first(rate, warmUpSeconds + seconds, warmUpSeconds)
        < 1) {
      throw Settings.invalid(
          Setting.RATE,
          plain(rate),
          "no request falls into " + seconds + " s; give more of either");
    }
  }

  /**
   * The plan that the settings ask for: a profile, with what is given in its place.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is out of range or cannot be read
   */
  public static LoadPlan of(Settings settings) {
    Profile profile = Profile.of(settings);
    return new LoadPlan(
        profile.label(),
        settings.number(Setting.RATE, FASTEST).orElse(profile.rate()),
        settings.number(Setting.BATCH, MOST_IDS).map(LoadPlan::whole).orElse(profile.batch()),
        profile.warmUpSeconds(),
        settings.value(Setting.DURATION).map(Length::seconds).orElse(profile.seconds()));
  }

  /** Length with warm-up. */
  public int allSeconds() {
    return warmUpSeconds + seconds;
  }

  /** Requests that are recorded. */
  public long measuredRequests() {
    return allRequests() - firstOf(warmUpSeconds);
  }

  /** Recorded requests a second: the rate, but for rounding to whole requests. */
  public double measuredPerSecond() {
    return (double) measuredRequests() / seconds;
  }

  /** When a request leaves, in nanoseconds after the start of the warm-up. */
  long offsetNanos(long index) {
    int second = secondOf(index);
    long first = firstOf(second);
    long millis = second * 1_000L + 1_000 * (index - first) / (firstOf(second + 1) - first);
    return millis * NANOS_PER_MILLI;
  }

  /** What a request asks for. */
  Errand errand(long index) {
    return new Errand(Errand.Kind.BATCH, batch);
  }

  /** What the run must hold. */
  Objectives objectives() {
    return Objectives.usual();
  }

  boolean isWarmUp(long index) {
    return secondOf(index) < warmUpSeconds;
  }

  /** The second after warm-up in which a recorded request leaves. */
  int measuredSecondOf(long index) {
    return secondOf(index) - warmUpSeconds;
  }

  /** Requests that leave in a second after warm-up. */
  long askedIn(int measuredSecond) {
    return firstOf(warmUpSeconds + measuredSecond + 1) - firstOf(warmUpSeconds + measuredSecond);
  }

  /** The most requests that leave within so many seconds, warm-up included. */
  long mostWithin(int span) {
    return Math.min(allRequests(), (long) Math.ceil(rate * span));
  }

  long allRequests() {
    return requests(rate, allSeconds());
  }

  /** The plan in a few lines, for people. */
  public List<String> describe() {
    return List.of(
        String.format(
            Locale.ROOT,
            "profile   %s, open model, %d s after %d s of warm-up",
            profile,
            seconds,
            warmUpSeconds),
        String.format(
            Locale.ROOT,
            "requests  %s a second of %d ids each; %,d recorded, %,d in all",
            plain(rate),
            batch,
            measuredRequests(),
            allRequests()),
        String.format(
            Locale.ROOT,
            "ceiling   %,d requests in any %d s; documented %,d, kept on all but our fake",
            mostWithin(Quota.WINDOW_SECONDS),
            Quota.WINDOW_SECONDS,
            Quota.REQUESTS));
  }

  static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private int secondOf(long index) {
    return (int) (index * allSeconds() / allRequests());
  }

  private long firstOf(int second) {
    return first(rate, allSeconds(), second);
  }

  private static long requests(double rate, int allSeconds) {
    return Math.round(rate * allSeconds);
  }

  private static long first(double rate, int allSeconds, int second) {
    return (requests(rate, allSeconds) * second + allSeconds - 1) / allSeconds;
  }

  private static int whole(double number) {
    if (number != Math.rint(number)) {
      throw Settings.invalid(
          Setting.BATCH, plain(number), "one request takes 1 to " + MOST_IDS + " ids");
    }
    return (int) number;
  }
}
