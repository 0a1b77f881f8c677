package dev.rollcall.report.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How strong the catalogue is: which seeded faults it finds, and by which checks. Measured by
 * {@code mvn verify -Pmutation}, kept in {@code strength.json}, shipped with the build.
 *
 * @param date of the run that measured it
 * @param totals which add up to the faults
 * @param faults every fault of the fake, by family and id
 * @param checks every check, in the order of the catalogue
 */
public record Strength(
    int format,
    String kind,
    LocalDate date,
    Totals totals,
    List<Fault> faults,
    List<Check> checks) {

  private static final int FORMAT = 1;
  private static final String KIND = "strength";
  private static final String RESOURCE = "strength.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /**
   * @throws IllegalArgumentException if the totals are not those of the lists
   */
  public Strength {
    Objects.requireNonNull(date, "date");
    faults = List.copyOf(faults);
    checks = List.copyOf(checks);
    if (format != FORMAT || !kind.equals(KIND) || !totals.equals(Totals.of(faults, checks))) {
      throw new IllegalArgumentException(
          "this is " + kind + " of format " + format + " with " + totals + ", not what it holds");
    }
  }

  /** What a run has measured. */
  public static Strength of(LocalDate date, List<Fault> faults, List<Check> checks) {
    return new Strength(FORMAT, KIND, date, Totals.of(faults, checks), faults, checks);
  }

  /** The strength that was measured for this build. */
  public static Strength bundled() {
    try (InputStream in = Strength.class.getResourceAsStream(RESOURCE)) {
      return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #json} has written. */
  public static Strength parse(String json) {
    return MAPPER.readValue(json, Strength.class);
  }

  /** The text of {@code strength.json}: one fault or check a line, so that a change reads well. */
  public String json() {
    return "{\n\"format\": %d, \"kind\": \"%s\", \"date\": \"%s\",\n\"totals\": %s,\n"
            .formatted(format, kind, date, ResultFiles.compact(totals))
        + "\"faults\": ["
        + lines(faults)
        + "],\n\"checks\": ["
        + lines(checks)
        + "]\n}\n";
  }

  private static String lines(List<?> values) {
    return String.join(",", values.stream().map(v -> "\n" + ResultFiles.compact(v)).toList());
  }

  /** As measured on another day. */
  public Strength on(LocalDate day) {
    return new Strength(format, kind, day, totals, faults, checks);
  }

  /** The faults that no check finds. */
  public List<Fault> survivors() {
    return faults.stream().filter(fault -> !fault.killed()).toList();
  }

  /**
   * @param faults seeded
   * @param killed those that some check finds
   * @param survived those that none finds
   * @param checks in the catalogue
   * @param indispensable checks that find a fault that no other check finds
   */
  public record Totals(int faults, int killed, int survived, int checks, int indispensable) {

    static Totals of(List<Fault> faults, List<Check> checks) {
      int killed = (int) faults.stream().filter(Fault::killed).count();
      int indispensable = (int) checks.stream().filter(check -> !check.alone().isEmpty()).count();
      return new Totals(
          faults.size(), killed, faults.size() - killed, checks.size(), indispensable);
    }
  }

  /**
   * One promise broken on purpose, and who noticed.
   *
   * @param family "rule", "shape" or "wire"
   * @param operation that it spoils; empty if it is about what is behind them all
   * @param killedBy ids of the checks that found it
   * @param drift kinds of drift that were seen; drift kills nothing
   * @param reason why no check finds it; empty if one does
   */
  public record Fault(
      String id,
      String family,
      String operation,
      String description,
      List<String> killedBy,
      List<String> drift,
      String reason) {

    public Fault {
      killedBy = List.copyOf(killedBy);
      drift = List.copyOf(drift);
    }

    /** Whether a check found it. */
    public boolean killed() {
      return !killedBy.isEmpty();
    }
  }

  /**
   * What one check is worth.
   *
   * @param kills how many faults it finds
   * @param alone rule and shape faults that no other check finds
   * @param clauses if there are none such: statements on which no other check rests
   * @param reason why it stays if it has neither; else empty
   */
  public record Check(
      String id, int kills, List<String> alone, List<String> clauses, String reason) {

    public Check {
      alone = List.copyOf(alone);
      clauses = List.copyOf(clauses);
    }
  }

  /** A part of a whole in percent, rounded down, so that only all is 100. */
  public static String percent(long part, long whole) {
    return whole == 0
        ? "-"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(1000.0 * part / whole) / 10);
  }
}
