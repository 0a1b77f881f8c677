package dev.rollcall.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Deviations that somebody has declared: HOCON files with {@code known = [{check, version, reason,
 * until}]}, where {@code check} is an id or a pattern with {@code *}, and version and until are
 * optional. The name {@code graph} stands for a list that comes with Rollcall.
 */
public record KnownDeviations(List<Known> entries) {
  public KnownDeviations {
    entries = List.copyOf(entries);
  }

  /**
   * One declared deviation.
   *
   * @param shipped whether it comes with Rollcall, so that its user can neither mend nor remove it
   */
  public record Known(
      String check,
      Optional<String> version,
      String reason,
      Optional<LocalDate> until,
      boolean shipped) {

    /** Whether it speaks of this check in this version. */
    public boolean covers(String id, String tested) {
      return matches(id) && version.map(tested::equals).orElse(true);
    }

    boolean matches(String id) {
      return id.matches(Pattern.quote(check).replace("*", "\\E.*\\Q"));
    }
  }

  /**
   * Reads all that {@code --known} names, in that order; none when it names none.
   *
   * @param checks all ids of the catalogue
   * @throws InvalidSetting if a list cannot be read, an id is unknown, or an entry has expired
   */
  public static KnownDeviations of(Settings settings, Collection<String> checks, LocalDate today) {
    return new KnownDeviations(
        settings.list(Setting.KNOWN).stream()
            .flatMap(name -> new KnownReader(name, checks, today).entries().stream())
            .toList());
  }

  /** The declaration that covers a check; the first, if there are several. */
  public Optional<Known> covering(String check, String version) {
    return entries.stream().filter(known -> known.covers(check, version)).findFirst();
  }
}
