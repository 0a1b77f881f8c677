package dev.rollcall.target;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import dev.rollcall.target.KnownDeviations.Known;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one list of known deviations.
 *
 * @param name a file, or the name of a list that comes with Rollcall
 * @param checks all ids of the catalogue
 */
record KnownReader(String name, Collection<String> checks, LocalDate today) {
  private static final Set<String> MEMBERS = Set.of("check", "version", "reason", "until");

  /** Lists that come with Rollcall, as resources of this package. */
  private static final Map<String, String> SHIPPED = Map.of("graph", "known-graph.conf");

  /**
   * @throws InvalidSetting if the list cannot be read, an id is unknown, or an entry has expired
   */
  List<Known> entries() {
    try {
      return parsed().resolve().getConfigList("known").stream().map(this::entry).toList();
    } catch (ConfigException e) {
      throw invalid(name, e.getMessage());
    }
  }

  private Config parsed() {
    if (isShipped()) {
      String resource = "/" + getClass().getPackageName().replace('.', '/') + "/";
      return ConfigFactory.parseURL(getClass().getResource(resource + SHIPPED.get(name)));
    }
    if (!isReadable()) {
      throw invalid(name, "the file cannot be read; name a readable HOCON file");
    }
    return ConfigFactory.parseFile(Path.of(name).toFile());
  }

  private boolean isShipped() {
    return SHIPPED.containsKey(name);
  }

  private boolean isReadable() {
    try {
      return Files.isReadable(Path.of(name));
    } catch (InvalidPathException e) {
      // What cannot even be a path is no file that could be read.
      return false;
    }
  }

  private Known entry(Config entry) {
    String place = name + ":" + entry.origin().lineNumber();
    for (String member : entry.root().keySet()) {
      if (!MEMBERS.contains(member)) {
        throw invalid(
            place, "'" + member + "' is not known here; use check, version, reason, until");
      }
    }
    var known =
        new Known(
            entry.getString("check"),
            optional(entry, "version"),
            entry.getString("reason"),
            optional(entry, "until").map(text -> date(place, text)),
            isShipped());
    if (checks.stream().noneMatch(known::matches)) {
      throw invalid(
          place, "no check is called '" + known.check() + "'; list the ids with check --dry-run");
    }
    known
        .until()
        .filter(until -> until.isBefore(today))
        .ifPresent(
            until -> {
              throw invalid(
                  place,
                  "the entry for '"
                      + known.check()
                      + "' expired on "
                      + until
                      + "; remove or renew it");
            });
    return known;
  }

  private static Optional<String> optional(Config entry, String member) {
    return entry.hasPath(member) ? Optional.of(entry.getString(member)) : Optional.empty();
  }

  private static LocalDate date(String place, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(place, "until = " + text + " is no date; write it as 2027-01-31");
    }
  }

  private static InvalidSetting invalid(String place, String remedy) {
    return Settings.invalid(Setting.KNOWN, place, remedy);
  }
}
