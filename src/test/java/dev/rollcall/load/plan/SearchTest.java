package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.load.DryRun;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that searches for a rate. */
class SearchTest {
  @Test
  void theRateIsItsBoundAndTheDurationItsHold() {
    assertEquals(
        Optional.of(new Search(20, 1.5, 10, 50, 12)),
        plan(Map.of(Setting.RATE, "50", Setting.DURATION, "12s")).search());
    assertEquals(
        Optional.of(new Search(5, 1.5, 10, 5, 30)), plan(Map.of(Setting.RATE, "5")).search());
  }

  @Test
  void aDryRunTellsTheMostOfIt() {
    DryRun dryRun = DryRun.of(settings(Map.of(Setting.RATE, "50")), InstantSource.system());
    assertEquals(
        List.of(
            "search    from 20 a second, 1.5 times as much after each 10 s, up to 50; what was"
                + " found for 30 s; what follows is the most of it",
            "requests  1,500 recorded, 1,650 in all"),
        dryRun.lines().subList(1, 3));
    assertEquals(Optional.empty(), dryRun.refusal());
  }

  @Test
  void itsBoundCountsAgainstABudget() {
    DryRun dryRun = DryRun.of(settings(Map.of(Setting.QUOTA, "read-api")), InstantSource.system());
    assertEquals(
        Optional.of(
            "profile capacity at 2000 a second makes up to 60,000 requests in 30 s, read-api of"
                + " getPresencesByUserId allows 1,500; give --rate 50 or less"),
        dryRun.refusal());
  }

  @ParameterizedTest
  @CsvSource({"SHARD, 1/2", "BASELINE, load.json"})
  void whatNeedsOneRateIsRefused(Setting setting, String value) {
    Map<Setting, String> given = Map.of(setting, value);
    assertEquals(
        setting.option()
            + " "
            + value
            + ": leave it out: the profile searches for a rate, which is another each time",
        assertThrows(InvalidSetting.class, () -> plan(given)).getMessage());
  }

  @Test
  void aSlowStepLastsUntilItHasTheAnswersThatItsPercentilesTake() {
    LoadPlan plan = plan(Map.of());
    Search search = plan.search().orElseThrow();
    assertEquals(40, search.stepSecondsAt(5, plan.objectives()));
    assertEquals(10, search.stepSecondsAt(20, plan.objectives()));
    assertEquals(10, search.stepSecondsAt(5, Objectives.usual()));
    assertEquals(40, search.holdSecondsAt(5, plan.objectives()));
  }

  @Test
  void oneOfItsRatesIsAPlanLikeAnyOther() {
    LoadPlan step = plan(Map.of()).holding(45, 10);
    assertEquals(Optional.empty(), step.search());
    assertEquals(450, step.measuredRequests());
    assertEquals(Validation.SAMPLE, step.validation());
    assertEquals("capacity", step.profile());
  }

  private static LoadPlan plan(Map<Setting, String> given) {
    return LoadPlan.of(settings(given));
  }

  private static Settings settings(Map<Setting, String> given) {
    var all = new EnumMap<Setting, List<String>>(Setting.class);
    given.forEach((setting, value) -> all.put(setting, List.of(value)));
    all.put(Setting.PROFILE, List.of("capacity"));
    return Settings.exactly(all);
  }
}
