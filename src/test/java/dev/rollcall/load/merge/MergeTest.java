package dev.rollcall.load.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.Beginning;
import dev.rollcall.load.measure.Micros;
import dev.rollcall.load.plan.Mix;
import dev.rollcall.load.plan.Objectives;
import dev.rollcall.load.plan.Profile;
import dev.rollcall.load.plan.Shape;
import dev.rollcall.load.plan.Stage;
import dev.rollcall.load.plan.Stages;
import dev.rollcall.load.plan.Validation;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.ClockOffset;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.UnreadableResult;
import dev.rollcall.target.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run is split into parts, adding them gives what one recorder of all would have. */
class MergeTest {
  private static final List<Integer> RATES = List.of(5, 10, 20, 25, 40, 50); // whole milliseconds

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void thePartsOfAnyRunAddUpToIt(int seed) {
    var random = new SplittableRandom(seed);
    int parts = 2 + random.nextInt(5);
    var split = new Split(profile("x", stages(random)), parts, random, seed % 2 == 0 ? 0 : 0.2);
    List<Path> folders = new ArrayList<>(split.written(folder));
    Collections.shuffle(folders, new Random(seed));
    LoadResult whole = split.whole();
    LoadResult merged = Merge.of(folders);
    assertEquals(whole.asked(), merged.asked());
    assertEquals(whole.reached(), merged.reached());
    assertEquals(
        whole.operations().stream().map(MergeTest::figures).toList(),
        merged.operations().stream().map(MergeTest::figures).toList());
    assertEquals(
        whole.timeline().stream().map(MergeTest::figures).toList(),
        merged.timeline().stream().map(MergeTest::figures).toList());
    assertEquals(whole.slos(), merged.slos());
    assertFalse(whole.slos().isEmpty());
    assertEquals(whole.generator().validated(), merged.generator().validated());
    assertEquals(
        histogram(whole.generator().lagHistogram()), histogram(merged.generator().lagHistogram()));
    assertEquals(whole.verdict(), merged.verdict());
    assertEquals(whole.errors(), merged.errors());
    assertNull(merged.shard());
  }

  private static Stages stages(SplittableRandom random) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      stages.add(Stage.constant(RATES.get(random.nextInt(RATES.size())), 4 + random.nextInt(8)));
    }
    return new Stages(stages);
  }

  private static Profile profile(String name, Shape shape) {
    return new Profile(
        name,
        1,
        Optional.of(shape),
        Optional.empty(),
        Mix.ofBatches(2),
        0,
        Validation.ALL,
        new Objectives(
            Optional.of(Duration.ofMillis(60)),
            Optional.empty(),
            Optional.of(Duration.ofMillis(900)),
            0.01,
            0.9),
        List.of(),
        Optional.empty());
  }

  /** All of it; of its histograms what they hold, since equal ones may be written differently. */
  private static List<Object> figures(Operation each) {
    return List.of(
        each.name(),
        each.requests(),
        each.ok(),
        each.statuses(),
        each.latencyMillis(),
        each.fromIntendedStartMillis(),
        each.items(),
        each.violations(),
        histogram(each.histogram()),
        histogram(each.intendedHistogram()));
  }

  private static List<Object> figures(Second each) {
    return List.of(
        each.second(),
        each.asked(),
        each.reached(),
        each.errors(),
        each.throttled(),
        each.p50(),
        each.p99(),
        histogram(each.histogram()));
  }

  private static Histogram histogram(String encoded) {
    return Micros.decoded(encoded);
  }

  @Test
  void aPartWithTooFewAnswersToJudgeIsNoDoubtInTheSum() {
    Split split = clean();
    assertEquals(LoadVerdict.INVALID, split.part(1).verdict());
    assertTrue(split.part(1).reasons().get(0).startsWith("p99 cannot be judged: 67 answers"));
    LoadResult merged = Merge.of(split.written(folder));
    assertEquals(List.of(), merged.reasons());
    assertEquals(LoadVerdict.PASSED, merged.verdict());
  }

  @Test
  void aPartThatCannotBeTrustedIsNamed() {
    Split split = clean();
    List<Path> folders = split.written(folder);
    Split.written(
        split.part(2, new Beginning(Split.START, Optional.empty()), "the run was interrupted"),
        folders.get(1));
    LoadResult merged = Merge.of(folders);
    assertEquals(LoadVerdict.INVALID, merged.verdict());
    assertEquals(List.of("shard 2/3: the run was interrupted"), merged.reasons());
  }

  @Test
  void whatIsMissedNamesThePartsThatMissIt() {
    var split = new Split(profile("x", Stages.constant(20, 10)), 2, new SplittableRandom(3), 0.1);
    LoadResult merged = Merge.of(split.written(folder));
    assertEquals(LoadVerdict.FAILED, merged.verdict());
    String reason = merged.reasons().get(0);
    assertTrue(reason.matches("errors: \\d+ of 200 .*, limit .* \\(shard 1/2, 2/2\\)"), reason);
  }

  @Test
  void eachGeneratorIsListed() {
    LoadResult merged = Merge.of(clean().written(folder));
    assertEquals(
        List.of("shard 1/3", "shard 2/3", "shard 3/3"), List.copyOf(merged.machine().keySet()));
    String second = String.valueOf(merged.machine().get("shard 2/3"));
    for (String fact : List.of("began 0.0 s after the first", "lag p99 ", "processors ")) {
      assertTrue(second.contains(fact), second);
    }
    assertTrue(merged.profile().lines().contains("rate      20 a second for 10 s"));
  }

  @Test
  void startsOfWholeSecondsApartShiftTheTimeline() {
    Split split = clean();
    List<Path> folders = split.written(folder);
    Split.written(split.part(2, began(Duration.ofMillis(1_800))), folders.get(1));
    LoadResult merged = Merge.of(folders);
    assertEquals(12, merged.timeline().size());
    for (int second = 0; second < 12; second++) {
      assertEquals(
          asked(split.part(1), second)
              + asked(split.part(2), second - 2)
              + asked(split.part(3), second),
          merged.timeline().get(second).asked());
    }
    assertEquals(200, merged.asked().requests());
  }

  private static long asked(LoadResult part, int second) {
    return part.timeline().stream()
        .filter(each -> each.second() == second)
        .mapToLong(Second::asked)
        .sum();
  }

  @Test
  void aClockThatIsSurelyWrongIsCorrected() {
    Split split = clean();
    List<Path> folders = split.written(folder);
    var behind =
        new Beginning(Split.START.minusSeconds(5), Optional.of(new ClockOffset(5_500, 500)));
    Split.written(split.part(2, behind), folders.get(1));
    assertEquals(10, Merge.of(folders).timeline().size());
  }

  @Test
  void startsFurtherApartAreRefused() {
    Split split = clean();
    List<Path> folders = split.written(folder);
    Split.written(split.part(3, began(Duration.ofMillis(3_100))), folders.get(2));
    assertRefused(
        folders, "shard-3: shard 3/3 began 3.1 s after the first one, which is not together; give");
  }

  @Test
  void whatIsNoResultIsRefused() throws IOException {
    List<Path> folders = clean().written(folder);
    Files.delete(folders.get(1).resolve("load.json"));
    String message = assertThrows(UnreadableResult.class, () -> Merge.of(folders)).getMessage();
    assertTrue(message.contains("shard-2"), message);
    assertTrue(message.endsWith("there is no such file; run load again"), message);
  }

  @Test
  void whatIsNoPartIsRefused() {
    Split split = clean();
    List<Path> folders = split.written(folder);
    Split.written(split.whole(), folders.get(0));
    assertRefused(folders, "shard-1: that is a run by itself; name results of load --shard I/N");
  }

  @Test
  void whatIsNamedTwiceOrMissingIsRefused() {
    List<Path> folders = clean().written(folder);
    assertRefused(
        List.of(folders.get(0), folders.get(1), folders.get(0)),
        "shard-1: holds shard 1/3, as does");
    assertRefused(folders.subList(1, 2), "merge: shard 1/3, 3/3 is missing, and a part");
  }

  @Test
  void anotherPlanIsRefused() {
    List<Path> folders = clean().written(folder);
    for (Profile other :
        List.of(
            profile("y", Stages.constant(20, 10)),
            profile("x", Stages.constant(25, 10)),
            profile("x", Stages.constant(20, 11)))) {
      Split.written(new Split(other, 3, new SplittableRandom(1), 0).part(2), folders.get(1));
      assertRefused(folders, "shard-2: its p");
    }
    var moreParts = new Split(profile("x", Stages.constant(20, 10)), 4, new SplittableRandom(1), 0);
    Split.written(moreParts.part(2), folders.get(1));
    assertRefused(folders, "shard-2: its number of shards is '4', that of the first '3'; only");
  }

  @Test
  void aDamagedHistogramIsNamedByItsFolder() throws IOException {
    List<Path> folders = clean().written(folder);
    Path file = folders.get(1).resolve("load.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst("\"histogram\": \"[^\"]{9}", "\"histogram\": \"AAAAAAAAA"));
    assertRefused(folders, "shard-2: a histogram cannot be decoded; run this shard again");
  }

  private static Split clean() {
    return new Split(profile("x", Stages.constant(20, 10)), 3, new SplittableRandom(1), 0);
  }

  private static Beginning began(Duration later) {
    return new Beginning(Split.START.plus(later), Optional.empty());
  }

  private static void assertRefused(List<Path> folders, String sentence) {
    String message = assertThrows(InvalidSetting.class, () -> Merge.of(folders)).getMessage();
    assertTrue(message.contains(sentence), message);
    assertFalse(message.contains("\n"), message);
  }
}
