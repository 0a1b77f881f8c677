package dev.rollcall.contract;

import dev.rollcall.contract.ask.Observations;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Untestable;
import dev.rollcall.report.result.ContractResult.Area;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much of what is known about the API the catalogue covers, by part of the API. */
public enum Coverage {
  READS("values and reads", in(1, 52).or(in(232, 234)).or(in(244, 246))),
  BATCH_READ("batch read", in(53, 68)),
  SESSIONS("sessions", in(69, 100).or(in(119, 126)).or(in(247, 248))),
  TIME("time and precedence", in(101, 118)),
  PREFERENCE("preference", in(127, 146)),
  MESSAGE("status message", in(147, 159)),
  LOCATION("location", in(160, 165)),
  ERRORS("permissions and errors", in(166, 179).or(in(235, 235))),
  LIMITS("limits", in(180, 184)),
  BATCH("$batch", in(185, 191)),
  NOTIFICATIONS("notifications", in(192, 231).or(in(236, 243)));

  /** The statements of the facts file are numbered from 1 to this. */
  private static final int LAST = 248;

  private static final String LATER = "later:";

  private final String title;
  private final IntPredicate numbers;

  Coverage(String title, IntPredicate numbers) {
    this.title = title;
    this.numbers = numbers;
  }

  private static IntPredicate in(int first, int last) {
    return number -> number >= first && number <= last;
  }

  /** The statements of this part, such as {@code S-093}. */
  List<String> statements() {
    return IntStream.rangeClosed(1, LAST)
        .filter(numbers)
        .mapToObj(number -> String.format("S-%03d", number))
        .toList();
  }

  /** All parts. A statement is counted once: as judged if a check rests on it. */
  public static List<Area> areas() {
    Set<String> judged =
        Catalogue.entries().stream()
            .flatMap(entry -> Arrays.stream(entry.check().clause()))
            .collect(Collectors.toSet());
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Untestable each : Definition.bundled("v1.0").untestable()) {
      reasons.put(each.statement(), each.reason());
    }
    return Arrays.stream(values()).map(part -> part.area(judged, reasons)).toList();
  }

  private Area area(Set<String> judged, Map<String, String> reasons) {
    Predicate<String> seen =
        statement -> !judged.contains(statement) && Observations.statements().contains(statement);
    Predicate<String> left =
        statement ->
            !judged.contains(statement) && !seen.test(statement) && reasons.containsKey(statement);
    Predicate<String> later = statement -> reasons.get(statement).startsWith(LATER);
    return new Area(
        title,
        statements().size(),
        count(judged::contains),
        count(seen),
        count(left.and(later.negate())),
        count(left.and(later)));
  }

  private int count(Predicate<String> which) {
    return (int) statements().stream().filter(which).count();
  }
}
