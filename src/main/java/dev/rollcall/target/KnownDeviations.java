package dev.rollcall.target;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Deviations that somebody has declared: a HOCON file with {@code known = [{check, version, reason,
 * until}]}, where {@code check} is an id or a pattern with {@code *}, and version and until are
 * optional.
 */
public record KnownDeviations(List<Known> entries) {
  private static final Set<String> MEMBERS = Set.of("check", "version", "reason", "until");

  /** One declared deviation. */
  public record Known(
      String check, Optional<String> version, String reason, Optional<LocalDate> until) {
    boolean matches(String id) {
      String pattern = Pattern.quote(check).replace("*", "\\E.*\\Q");
      return id.matches(pattern);
    }
  }

  /**
   * Reads the file that {@code --known} names; none when it names none.
   *
   * @param checks all ids of the catalogue
   * @throws InvalidSetting if the file cannot be read, an id is unknown, or an entry has expired
   */
  public static KnownDeviations of(Settings settings, Collection<String> checks, LocalDate today) {
    return settings
        .value(Setting.KNOWN)
        .map(file -> read(file, checks, today))
        .orElseGet(() -> new KnownDeviations(List.of()));
  }

  /** The declaration that covers a check. */
  public Optional<Known> covering(String check, String version) {
    return entries.stream()
        .filter(known -> known.matches(check))
        .filter(known -> known.version().map(version::equals).orElse(true))
        .findFirst();
  }

  private static KnownDeviations read(String file, Collection<String> checks, LocalDate today) {
    if (!Files.isReadable(Path.of(file))) {
      throw Settings.invalid(
          Setting.KNOWN, file, "the file cannot be read; name a readable HOCON file");
    }
    var entries = new ArrayList<Known>();
    try {
      Config root = ConfigFactory.parseFile(Path.of(file).toFile()).resolve();
      for (Config entry : root.getConfigList("known")) {
        entries.add(entry(file, entry, checks, today));
      }
    } catch (ConfigException e) {
      throw Settings.invalid(Setting.KNOWN, file, e.getMessage());
    }
    return new KnownDeviations(List.copyOf(entries));
  }

  private static Known entry(
      String file, Config entry, Collection<String> checks, LocalDate today) {
    String place = file + ":" + entry.origin().lineNumber();
    for (String member : entry.root().keySet()) {
      if (!MEMBERS.contains(member)) {
        throw Settings.invalid(
            Setting.KNOWN,
            place,
            "'" + member + "' is not known here; use check, version, reason, until");
      }
    }
    var known =
        new Known(
            entry.getString("check"),
            optional(entry, "version"),
            entry.getString("reason"),
            optional(entry, "until").map(text -> date(place, text)));
    if (checks.stream().noneMatch(known::matches)) {
      throw Settings.invalid(
          Setting.KNOWN,
          place,
          "no check is called '" + known.check() + "'; list the ids with check --dry-run");
    }
    if (known.until().map(until -> until.isBefore(today)).orElse(false)) {
      throw Settings.invalid(
          Setting.KNOWN,
          place,
          "the entry for '"
              + known.check()
              + "' expired on "
              + known.until().get()
              + "; remove or renew it");
    }
    return known;
  }

  private static Optional<String> optional(Config entry, String member) {
    return entry.hasPath(member) ? Optional.of(entry.getString(member)) : Optional.empty();
  }

  private static LocalDate date(String place, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Settings.invalid(
          Setting.KNOWN, place, "until = " + text + " is no date; write it as 2027-01-31");
    }
  }
}
