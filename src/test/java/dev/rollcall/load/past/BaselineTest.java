package dev.rollcall.load.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Comparison;
import dev.rollcall.report.result.LoadResult.Volume;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final MadeRun CLEAN = MadeRun.clean(30, 50);
  private static final Baseline.Plan PLAN = new Baseline.Plan("steady", 50, 100, "remote");

  @TempDir Path folder;

  @Test
  void anEarlierRunOfThePlanIsCompared() {
    Baseline baseline = read(PLAN, Stored.USUAL.of(CLEAN, 1));
    Comparison comparison =
        baseline.compare(CLEAN.withP99(300).timeline(2), new Volume(1_500, 50, 0));
    assertEquals(file().toString(), comparison.name());
    assertEquals(Stored.USUAL.startedAt(), comparison.startedAt());
    assertTrue(comparison.worsened(), comparison::toString);
    assertEquals(
        List.of("p50", "p99", "error share", "reached share"),
        comparison.figures().stream().map(LoadResult.Compared::name).toList());
  }

  @Test
  void aTargetThatAnsweredForLongerThanItWasAskedReachedLess() {
    Baseline baseline = read(PLAN, Stored.USUAL.of(CLEAN, 1));
    Comparison comparison = baseline.compare(CLEAN.timeline(2), new Volume(1_500, 40, 0));
    assertEquals(0.8, comparison.figures().get(3).now());
    assertEquals(LoadResult.Trend.WORSE, comparison.figures().get(3).trend());
  }

  @Test
  void aFailedRunMayBeTheBaseline() {
    assertTrue(
        read(PLAN, Stored.USUAL.ending(LoadVerdict.FAILED).of(CLEAN, 1))
            .compare(CLEAN.timeline(1), new Volume(1_500, 50, 0))
            .figures()
            .stream()
            .allMatch(figure -> figure.trend() == LoadResult.Trend.SAME));
  }

  @Test
  void anotherPlanIsRefusedInOneSentence() {
    LoadResult earlier = Stored.USUAL.of(CLEAN, 1);
    Map<Baseline.Plan, String> others =
        Map.of(
            new Baseline.Plan("soak", 50, 100, "remote"),
                "its profile is steady, that of this run soak",
            new Baseline.Plan("steady", 20, 100, "remote"),
                "it asked for 50 requests a second, this run for 20",
            new Baseline.Plan("steady", 50, 650, "remote"),
                "its requests asked for 100 presences each, those of this run for 650",
            new Baseline.Plan("steady", 50, 100, "process"),
                "it measured remote, this run process");
    others.forEach(
        (plan, why) ->
            assertEquals(
                "--baseline " + file() + ": " + why + "; only runs of one plan can be compared",
                assertThrows(InvalidSetting.class, () -> read(plan, earlier)).getMessage()));
  }

  @Test
  void anotherLengthIsNoOtherPlan() {
    Baseline baseline = read(PLAN, Stored.USUAL.of(MadeRun.clean(60, 50), 1));
    assertEquals(4, baseline.compare(CLEAN.timeline(2), new Volume(1_500, 50, 0)).figures().size());
  }

  @Test
  void aRunThatSaysNothingIsRefused() {
    LoadResult invalid = Stored.USUAL.ending(LoadVerdict.INVALID).of(CLEAN, 1);
    assertEquals(
        "--baseline " + file() + ": that run is INVALID, its figures say nothing; name another",
        assertThrows(InvalidSetting.class, () -> read(PLAN, invalid)).getMessage());
  }

  @Test
  void whatIsNoResultIsRefused() throws IOException {
    Settings settings = settings();
    String missing = assertThrows(InvalidSetting.class, () -> of(settings)).getMessage();
    assertTrue(missing.startsWith("--baseline " + file() + ": it cannot be used: "), missing);
    Files.writeString(file(), "{\"kind\":");
    String damaged = assertThrows(InvalidSetting.class, () -> of(settings)).getMessage();
    assertTrue(damaged.contains("is not a load result"), damaged);
  }

  @Test
  void aDamagedHistogramIsRefused() throws IOException {
    ResultFiles.writeAs(Stored.USUAL.of(CLEAN, 1), file());
    String json = Files.readString(file());
    Files.writeString(file(), json.replaceAll("\"histogram\": \"[^\"]{20}", "\"histogram\": \""));
    assertEquals(
        "--baseline " + file() + ": it holds no histograms of its seconds; name another load.json",
        assertThrows(InvalidSetting.class, () -> of(settings())).getMessage());
  }

  @Test
  void withoutTheSettingNothingIsCompared() {
    assertEquals(Optional.empty(), Baseline.of(Settings.exactly(Map.of()), PLAN).map(any -> "one"));
  }

  private Baseline read(Baseline.Plan plan, LoadResult earlier) {
    ResultFiles.writeAs(earlier, file());
    return Baseline.of(settings(), plan).orElseThrow();
  }

  private Optional<Baseline> of(Settings settings) {
    return Baseline.of(settings, PLAN);
  }

  private Settings settings() {
    return Settings.exactly(Map.of(Setting.BASELINE, List.of(file().toString())));
  }

  private Path file() {
    return folder.resolve("old.json");
  }
}
