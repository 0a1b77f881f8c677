package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Capacity;
import dev.rollcall.report.result.LoadResult.Step;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.target.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search comes to, with runs that are made up: nothing is sent. */
class CapacityRunTest {
  private static final Capacity NOTHING = new Capacity(List.of(), 0, false, "");

  @TempDir Path folder;

  private final List<String> driven = new ArrayList<>();

  @Test
  void whatWasFoundAndConfirmedIsToldWithWhatBrokeBeyond() throws IOException {
    LoadResult result = result("100", rate -> rate <= 50 ? passed() : failed());
    assertEquals(LoadVerdict.PASSED, result.verdict());
    assertEquals(List.of(), result.reasons());
    Capacity capacity = result.capacity();
    assertEquals(List.of(20.0, 30.0, 45.0, 67.5, 67.5, 55.1, 55.1, 49.8), rates(capacity));
    assertEquals(49.8, capacity.perSecond());
    assertTrue(capacity.confirmed());
    assertEquals("too slow at 55.1 a second", capacity.limitedBy());
    assertEquals("49.8 for 30 s as the one that counts", driven.get(driven.size() - 1));
    assertEquals(8, driven.stream().filter(each -> each.endsWith("for 10 s")).count());
  }

  @Test
  void aSearchThatEndsAtItsBoundSaysSo() throws IOException {
    LoadResult result = result("30", rate -> passed());
    assertEquals(LoadVerdict.PASSED, result.verdict());
    assertEquals(
        "the search ended at 30 a second, before anything broke", result.capacity().limitedBy());
  }

  @Test
  void whereNothingHoldsTheRunFails() throws IOException {
    LoadResult result = result("100", rate -> failed());
    assertEquals(LoadVerdict.FAILED, result.verdict());
    assertEquals(List.of("no rate held: too slow at 20 a second"), result.reasons());
    assertEquals(0, result.capacity().perSecond());
    assertEquals(2, driven.size());
  }

  @Test
  void aGeneratorOutOfBreathIsNoLimitOfTheTarget() throws IOException {
    LoadResult result = result("100", rate -> rate < 40 ? passed() : invalid());
    assertEquals(LoadVerdict.INVALID, result.verdict());
    assertEquals(
        List.of(
            "no limit was found: the generator could not drive it: out of breath at 45 a second;"
                + " the target holds 30 a second or more"),
        result.reasons());
    assertTrue(result.capacity().confirmed());
  }

  @Test
  void whatDoesNotHoldForLongerIsNotConfirmed() throws IOException {
    LoadResult result =
        result("30", rate -> driven.get(driven.size() - 1).contains("30 s") ? failed() : passed());
    assertEquals(LoadVerdict.FAILED, result.verdict());
    assertEquals(
        List.of("what was found is not confirmed: too slow when 27 a second was held for longer"),
        result.reasons());
    assertEquals(30, result.capacity().perSecond());
  }

  private record Judged(LoadVerdict verdict, List<String> reasons) {}

  private static Judged passed() {
    return new Judged(LoadVerdict.PASSED, List.of());
  }

  private static Judged failed() {
    return new Judged(LoadVerdict.FAILED, List.of("too slow"));
  }

  private static Judged invalid() {
    return new Judged(LoadVerdict.INVALID, List.of("out of breath"));
  }

  private static List<Double> rates(Capacity capacity) {
    return capacity.steps().stream()
        .map(Step::perSecond)
        .toList()
        .subList(0, capacity.steps().size() - 1);
  }

  private LoadResult result(String most, DoubleFunction<Judged> target) throws IOException {
    try (StandIn fake = StandIn.ofOurFake(200);
        CapacityRun search =
            CapacityRun.of(
                fake.settings(
                    Map.of(
                        Setting.PROFILE,
                        "capacity",
                        Setting.RATE,
                        most,
                        Setting.OUT,
                        folder.toString())),
                (run, isHold) -> driven(run, isHold, target))) {
      return search.result();
    }
  }

  private LoadResult driven(LoadRun run, boolean isHold, DoubleFunction<Judged> target) {
    try (run) {
      LoadPlan plan = run.plan();
      driven.add(
          LoadPlan.plain(plan.rate())
              + " for "
              + plan.seconds()
              + " s"
              + (isHold ? " as the one that counts" : ""));
      Judged judged = target.apply(plan.rate());
      return new ResultForm(Instant.EPOCH, plan, Admission.embedded(), "embedded")
          .invalid("nothing was sent")
          .finding(NOTHING, judged.verdict(), judged.reasons());
    }
  }
}
