package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ResultFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final String BROKEN = "clearPresence.removes-session";
  private static final List<String> FAILED =
      List.of(
          "setPresence.expires", "setPresence.duration-too-short", "getPresencesByUserId.shape");

  private final ContractResult result =
      ResultFiles.contract(Path.of("src/test/resources/report/every-outcome"));

  @Test
  void onlyFailedKillsARuleOrAShape() {
    for (String family : List.of("rule", "shape")) {
      Trial trial = trial(family, "clearPresence-delay");
      assertEquals(FAILED, trial.killedBy());
      assertEquals(1, trial.defects().size(), "a check that broke all the same");
    }
  }

  @Test
  void aBrokenCheckKillsTheFaultOfTheWireThatItNames() {
    Trial delayed = trial("wire", "clearPresence-delay");
    assertEquals(List.of(BROKEN), others(delayed));
    assertEquals(List.of(), delayed.defects());
    assertEquals(List.of(), others(trial("wire", "clearPresence-reset")));
    assertEquals(List.of(), others(trial("wire", "clearPresence-garbage")));
  }

  @Test
  void driftIsToldAndKillsNothing() {
    assertEquals(List.of("unknown-member", "unknown-value"), trial("shape", "x").drift());
  }

  @Test
  void whatEitherVersionFindsIsFoundOnce() {
    Trial trial = trial("shape", "x");
    assertEquals(trial, trial.and(trial));
    var nothing = new Trial(trial.fault(), List.of(), List.of(), List.of());
    assertEquals(trial, nothing.and(trial));
  }

  private static List<String> others(Trial trial) {
    return trial.killedBy().stream().filter(id -> !FAILED.contains(id)).toList();
  }

  private Trial trial(String family, String id) {
    return Trial.of(new Seeded(id, family, "clearPresence", "does it"), result);
  }
}
