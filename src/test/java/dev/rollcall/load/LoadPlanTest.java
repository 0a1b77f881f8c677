package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPlanTest {

  @Test
  void withoutSettingsItIsTheSmokeProfile() {
    LoadPlan plan = LoadPlan.of(Settings.exactly(Map.of()));
    assertEquals(new LoadPlan("smoke", 20, 100, 3, 10), plan);
    assertEquals(260, plan.allRequests());
    assertEquals(200, plan.measuredRequests());
  }

  @Test
  void everyNumberOfAProfileCanBeReplaced() {
    assertEquals(
        new LoadPlan("steady", 2.5, 650, 10, 120),
        LoadPlan.of(
            Settings.exactly(
                Map.of(
                    Setting.PROFILE, List.of("steady"),
                    Setting.RATE, List.of("2.5"),
                    Setting.BATCH, List.of("650"),
                    Setting.DURATION, List.of("2m")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROFILE  | smok    | --profile smok: known are smoke and steady
          RATE     | 0       | --rate 0: give a number above 0 and up to 10000
          RATE     | -1      | --rate -1: give a number above 0 and up to 10000
          RATE     | NaN     | --rate NaN: give a number above 0 and up to 10000
          RATE     | 10001   | --rate 10001: give a number above 0 and up to 10000
          RATE     | fast    | --rate fast: give a number
          RATE     | 0.01    | --rate 0.01: no request falls into 10 s; give more of either
          BATCH    | 0       | --batch 0: give a number above 0 and up to 650
          BATCH    | 651     | --batch 651: give a number above 0 and up to 650
          BATCH    | 2.5     | --batch 2.5: one request takes 1 to 650 ids
          DURATION | 0s      | --duration 0s: give 1s to 3600s
          DURATION | 61m     | --duration 3660s: give 1s to 3600s
          DURATION | PT1.5S  | --duration PT1.5S: give whole seconds, minutes or hours, such as 30s or 5m
          DURATION | -5s     | --duration -5s: give whole seconds, minutes or hours, such as 30s or 5m
          DURATION | 30      | --duration 30: give whole seconds, minutes or hours, such as 30s or 5m
          DURATION | soon    | --duration soon: give whole seconds, minutes or hours, such as 30s or 5m
          """)
  void whatIsOutOfRangeIsNamedWithItsRemedy(Setting setting, String value, String message) {
    Settings settings = Settings.exactly(Map.of(setting, List.of(value)));
    assertEquals(
        message, assertThrows(InvalidSetting.class, () -> LoadPlan.of(settings)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"30s,30", "5m,300", "1h,3600", "PT30S,30", "1m30s,90"})
  void aLengthIsWrittenAsPeopleWriteIt(String text, int seconds) {
    assertEquals(seconds, Length.seconds(text));
  }

  @ParameterizedTest
  @CsvSource({"20,10", "2.5,7", "0.3,10", "0.15,10", "999,3", "33.3,60"})
  void everyRequestHasItsSecond(double rate, int seconds) {
    var plan = new LoadPlan("x", rate, 1, 3, seconds);
    assertEquals(
        plan.measuredRequests(), IntStream.range(0, seconds).mapToLong(plan::askedIn).sum());
    assertEquals(
        plan.measuredRequests(),
        LongStream.range(0, plan.allRequests()).filter(i -> !plan.isWarmUp(i)).count());
    long[] offsets = LongStream.range(0, plan.allRequests()).map(plan::offsetNanos).toArray();
    assertTrue(IntStream.range(1, offsets.length).allMatch(i -> offsets[i - 1] <= offsets[i]));
    assertTrue(offsets[offsets.length - 1] < plan.allSeconds() * 1_000_000_000L);
  }

  @Test
  void theDocumentedCeilingCanBeReachedAndNotPassed() {
    assertDoesNotThrow(() -> Quota.require(new LoadPlan("x", 50, 650, 10, 300)));
    assertDoesNotThrow(() -> Quota.require(new LoadPlan("x", 100, 650, 3, 12)));
    assertEquals(
        "--rate 50.1: the plan sends 1503 requests in 30 s, documented are 1500; give --rate 50 or"
            + " less",
        assertThrows(InvalidSetting.class, () -> Quota.require(new LoadPlan("x", 50.1, 1, 10, 300)))
            .getMessage());
    assertThrows(InvalidSetting.class, () -> Quota.require(new LoadPlan("x", 100, 1, 3, 13)));
  }

  @Test
  void itDescribesItselfTheSameInEveryLanguage() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(
          List.of(
              "profile   smoke, open model, 10 s after 3 s of warm-up",
              "requests  200 a second of 100 ids each; 2,000 recorded, 2,600 in all",
              "ceiling   2,600 requests in any 30 s; documented 1,500, kept on all but our fake"),
          new LoadPlan("smoke", 200, 100, 3, 10).describe());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void warmUpIsNotRecorded() {
    var plan = new LoadPlan("x", 20, 1, 3, 10);
    assertTrue(plan.isWarmUp(59));
    assertFalse(plan.isWarmUp(60));
    assertEquals(0, plan.measuredSecondOf(60));
    assertEquals(9, plan.measuredSecondOf(259));
  }
}
