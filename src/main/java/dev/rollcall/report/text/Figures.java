package dev.rollcall.report.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and instants are written, on pages and console alike. */
public final class Figures {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** A whole number, in groups of three digits. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number and its noun, such as "1 check" and "2 checks". */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Requests a second, with one decimal. */
  public static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.1f/s", perSecond);
  }

  /** Milliseconds; below 10 with one decimal. */
  public static String millis(double millis) {
    return number(millis) + " ms";
  }

  /** As {@link #millis}, without unit: for columns that name it. */
  public static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f" : "%,.0f", value);
  }

  /** Three digits that count, for figures that are compared. */
  public static String figure(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f", value);
  }

  /** A share of a whole, in per cent; what is not all or nothing is never told as if it were. */
  public static String percent(double share) {
    double percent = 100 * share;
    if (percent > 99 && percent < 100) {
      return String.format(Locale.ROOT, "%.2f %%", Math.floor(100 * percent) / 100);
    }
    if (percent > 0 && percent < 0.01) {
      return "under 0.01 %";
    }
    String form = percent == 0 || percent >= 10 ? "%,.0f %%" : percent < 1 ? "%.2f %%" : "%.1f %%";
    return String.format(Locale.ROOT, form, percent);
  }

  /** How much more or less, as a share of what was before; always with its sign. */
  public static String change(double share) {
    String size = number(Math.abs(100 * share)) + " %";
    return (share < 0 ? "\u2212" : "+") + size;
  }

  /** A difference of shares, in points of a hundred; always with its sign. */
  public static String points(double difference) {
    return (difference < 0 ? "\u2212" : "+")
        + String.format(Locale.ROOT, "%.2f", Math.abs(100 * difference));
  }

  /** A length of time, in the units that people use. */
  public static String span(double seconds) {
    if (seconds < 120) {
      return (seconds == Math.rint(seconds) ? count((long) seconds) : number(seconds)) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 7_200
        ? parts(whole / 60, "min", whole % 60, "s")
        : parts(whole / 3_600, "h", whole % 3_600 / 60, "min");
  }

  private static String parts(long great, String unit, long small, String smallUnit) {
    String first = great + " " + unit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }

  /** An instant to the second, in UTC. */
  public static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  /** An instant to the minute, in UTC, for columns where the zone is understood. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
