package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPlanTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T10:00:00Z"));

  @Test
  void withoutSettingsItIsTheSmokeProfile() {
    LoadPlan plan = LoadPlan.of(Settings.exactly(Map.of()));
    assertEquals(new LoadPlan("smoke", 20, 100, 3, 10).describe(), plan.describe());
    assertEquals(260, plan.allRequests());
    assertEquals(200, plan.measuredRequests());
    assertEquals(20_000, plan.measuredItems());
  }

  @Test
  void everyNumberOfAProfileCanBeReplaced() {
    assertEquals(
        new LoadPlan("steady", 2.5, 650, 10, 120).describe(),
        LoadPlan.of(
                Settings.exactly(
                    Map.of(
                        Setting.PROFILE, List.of("steady"),
                        Setting.RATE, List.of("2.5"),
                        Setting.BATCH, List.of("650"),
                        Setting.DURATION, List.of("2m"))))
            .describe());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROFILE  | smok    | --profile smok: there is no such profile; did you mean 'smoke'?
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
          VALIDATE | some    | --validate some: give all, sample or none
          QUOTA    | reads   | there is no quota 'reads'; give read-api or presence
          SHARD    | 0/3     | --shard 0/3: give I/N such as 2/5, with I from 1 to N
          SHARD    | 4/3     | --shard 4/3: give I/N such as 2/5, with I from 1 to N
          SHARD    | 2       | --shard 2: give I/N such as 2/5, with I from 1 to N
          START_AT | soon    | --start-at soon: give an instant such as 2026-11-26T10:00:00Z
          START_AT | 2026-11-26T10:00:00Z | --start-at 2026-11-26T10:00:00Z: that is past, it is 2026-11-26T10:00:00Z; give a later one
          START_AT | 2026-11-26T11:00:01Z | --start-at 2026-11-26T11:00:01Z: that is more than an hour away, it is 2026-11-26T10:00:00Z; give an earlier one
          DURATION | soon    | --duration soon: give whole seconds, minutes or hours, such as 30s or 5m
          """)
  void whatIsOutOfRangeIsNamedWithItsRemedy(Setting setting, String value, String message) {
    Settings settings = Settings.exactly(Map.of(setting, List.of(value)));
    assertEquals(
        message,
        assertThrows(InvalidSetting.class, () -> LoadPlan.of(settings, CLOCK)).getMessage());
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
  void itDescribesItselfTheSameInEveryLanguage() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(
          List.of(
              "profile   smoke, open model, 10 s after 3 s of warm-up",
              "rate      200 a second for 10 s",
              "requests  2,000 recorded, 2,600 in all",
              "batch     2,600 of 100 ids each",
              "items     200,000 presences recorded",
              "holds     errors 0 %, reached at least 90 % of the rate"),
          new LoadPlan("smoke", 200, 100, 3, 10).describe());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void aStartInTimeIsCarried() {
    Settings settings = Settings.exactly(Map.of(Setting.START_AT, List.of("2026-11-26T11:00:00Z")));
    assertEquals(
        Optional.of(Instant.parse("2026-11-26T11:00:00Z")), LoadPlan.of(settings, CLOCK).startAt());
  }

  @Test
  void aRateThatVariesPeaksAtTheGivenOne() {
    LoadPlan plan = plan("ramp", Map.of(Setting.RATE, "90", Setting.DURATION, "30s"));
    assertEquals(90, plan.rate());
    assertEquals(30, plan.seconds());
    assertEquals(10, plan.requestsIn(0));
    assertEquals(90, plan.requestsIn(39));
    // Its thirds stay thirds: 20 s of rising from 10 to 90, 10 s at 90.
    assertEquals(20 * 50 + 10 * 90, plan.measuredRequests());
  }

  @Test
  void objectivesAreTold() {
    assertEquals(
        "p50 50 ms, p99 1500 ms, errors 0.1 %, reached at least 95 % of the rate",
        new Objectives(
                Optional.of(Duration.ofMillis(50)),
                Optional.empty(),
                Optional.of(Duration.ofMillis(1_500)),
                0.001,
                0.95)
            .describe());
  }

  @Test
  void stagesNeedASecondEach() {
    assertEquals(3, plan("spike", Map.of(Setting.DURATION, "3s")).seconds());
    assertEquals(
        "--duration 2s: the profile has 3 stages; give 3s or more",
        assertThrows(InvalidSetting.class, () -> plan("spike", Map.of(Setting.DURATION, "2s")))
            .getMessage());
  }

  @Test
  void clientsAskAgainAndAgainForTheSamePeople() {
    LoadPlan plan = plan("polling", Map.of());
    Map<Long, List<Long>> asks =
        LongStream.range(0, plan.allRequests()).boxed().collect(Collectors.groupingBy(plan::key));
    assertEquals(600, asks.size());
    assertEquals(20, plan.allRequests() / (double) plan.allSeconds(), 1);
    UserPool pool = UserPool.of(IntStream.range(0, 1_000).mapToObj(i -> "u" + i).toList(), plan);
    for (List<Long> each : asks.values()) {
      for (int i = 1; i < each.size(); i++) {
        double gap = (plan.offsetNanos(each.get(i)) - plan.offsetNanos(each.get(i - 1))) / 1e9;
        assertEquals(30, gap, 5 + 1, "within the jitter and the second");
        assertEquals(pool.batch(each.get(0), 10), pool.batch(each.get(i), 10));
      }
    }
    assertEquals(40, plan("polling", Map.of(Setting.RATE, "40")).rate());
  }

  @Test
  void aMixHoldsItsWeightsAndSizes() {
    Mix mix =
        new Mix(
            Map.of(Errand.Kind.BATCH, 6, Errand.Kind.SINGLE, 3, Errand.Kind.BUNDLE, 1), 1, 650, 15);
    LoadPlan plan = Plans.of(Stages.constant(100, 99), mix, 0, Shard.WHOLE);
    var errands = LongStream.range(0, plan.allRequests()).mapToObj(plan::errand).toList();
    var counts =
        errands.stream().collect(Collectors.groupingBy(Errand::kind, Collectors.counting()));
    assertEquals(6_000, counts.get(Errand.Kind.BATCH), 200);
    assertEquals(3_000, counts.get(Errand.Kind.SINGLE), 200);
    assertEquals(1_000, counts.get(Errand.Kind.BUNDLE), 200);
    var sizes =
        errands.stream()
            .filter(errand -> errand.kind() == Errand.Kind.BATCH)
            .mapToInt(Errand::size)
            .summaryStatistics();
    assertEquals(1, sizes.getMin());
    assertEquals(650, sizes.getMax());
    assertEquals(325.5, sizes.getAverage(), 10);
    assertEquals(650, plan.batch());
    assertEquals(
        LongStream.range(100, plan.allRequests()).map(i -> plan.errand(i).size()).sum(),
        plan.measuredItems());
  }

  private static LoadPlan plan(String profile, Map<Setting, String> others) {
    var all = new EnumMap<Setting, List<String>>(Setting.class);
    others.forEach((setting, value) -> all.put(setting, List.of(value)));
    all.put(Setting.PROFILE, List.of(profile));
    return LoadPlan.of(Settings.exactly(all), CLOCK);
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
