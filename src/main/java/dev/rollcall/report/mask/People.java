package dev.rollcall.report.mask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of a report, each under one name: {@code u1} is the first who was met. */
final class People {
  /** Below this, an id found in text may be any other word unless it stands alone. */
  private static final int UNMISTAKABLE = 20;

  /** Below this, a word that merely stood where an id stands is not looked for in text at all. */
  private static final int SHORTEST_STRANGER = 6;

  private static final String EDGE = "[\\p{Alnum}_-]";

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> sought = new LinkedHashSet<>();
  private Optional<Pattern> pattern = Optional.empty();

  /** Meets somebody who is known to be a person. */
  void meet(String id) {
    nameOf(id);
    seek(id);
  }

  /** Meets whatever stood in the place of an id. */
  void meetStranger(String id) {
    nameOf(id);
    if (id.length() >= SHORTEST_STRANGER) {
      seek(id);
    }
  }

  /** The name of a person, new if they were not met before; case makes no difference. */
  String nameOf(String id) {
    return id.isBlank()
        ? id
        : names.computeIfAbsent(id.toLowerCase(Locale.ROOT), i -> "u" + (names.size() + 1));
  }

  /** The text with everybody in it under their name. */
  String namedIn(String text) {
    if (sought.isEmpty() || text.isEmpty()) {
      return text;
    }
    Pattern compiled = pattern.orElseGet(this::compile);
    pattern = Optional.of(compiled);
    return compiled.matcher(text).replaceAll(this::nameOf);
  }

  private String nameOf(MatchResult found) {
    String id = found.group().toLowerCase(Locale.ROOT);
    return names.getOrDefault(id, names.getOrDefault(decoded(id), id));
  }

  private void seek(String id) {
    sought.add(id.toLowerCase(Locale.ROOT));
    pattern = Optional.empty();
  }

  private Pattern compile() {
    List<String> spelled =
        sought.stream()
            .flatMap(id -> Stream.of(id, encoded(id)))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    String alternatives =
        spelled.stream()
            .map(
                id ->
                    id.length() >= UNMISTAKABLE
                        ? Pattern.quote(id)
                        : "(?<!" + EDGE + ")" + Pattern.quote(id) + "(?!" + EDGE + ")")
            .collect(Collectors.joining("|"));
    return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  private String decoded(String encoded) {
    return sought.stream().filter(id -> encoded(id).equals(encoded)).findFirst().orElse(encoded);
  }
}
