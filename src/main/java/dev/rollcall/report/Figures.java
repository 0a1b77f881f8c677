package dev.rollcall.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and instants are written, on pages and console alike. */
public final class Figures {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

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

  /** An instant to the second, in UTC. */
  public static String instant(Instant instant) {
    return INSTANT.format(instant);
  }
}
