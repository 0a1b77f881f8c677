package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.target.KnownDeviations;
import dev.rollcall.target.KnownDeviations.Known;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code --known graph} excuses: only what counts, and only what somebody saw. */
class KnownGraphTest {
  private static final TargetInfo FOREIGN =
      new TargetInfo("t", "https://h", false, List.of("v1.0"), List.of(), "any");

  private final Settings settings = Settings.exactly(Map.of(Setting.KNOWN, List.of("graph")));
  private final List<Known> entries =
      KnownDeviations.of(
              settings,
              Catalogue.entries().stream().map(entry -> entry.check().id()).toList(),
              LocalDate.parse("2026-11-26"))
          .entries();

  @Test
  void everyEntryNamesAReportOfTheLiveService() {
    assertFalse(entries.isEmpty());
    entries.forEach(
        known ->
            assertTrue(
                known.reason().matches(".*\\[(iss|learn|tps|cli): ?[^\\]]+]"), known.reason()));
  }

  @Test
  void everyEntryNamesOneCheckThatCountsOrSaysWhyElseItIsThere() {
    for (Known known : entries) {
      Check check = Catalogue.named(known.check()).orElseThrow().check();
      assertTrue(
          Settlement.of(settings).counts(check, FOREIGN)
              || known.reason().startsWith("counts with --strict only, "),
          known.toString());
    }
  }
}
