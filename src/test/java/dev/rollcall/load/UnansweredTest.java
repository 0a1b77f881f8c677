package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.GoneSimulation.How;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.simulation.NoVersionCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gatling for real, in a JVM of its own, on a target that has gone. A request without answer runs
 * no Gatling check: it must be counted all the same.
 */
class UnansweredTest {
  private static final int MEASURED = 10;

  @TempDir Path folder;

  @Test
  void everyRequestIsCountedWhetherRefusedOrTimedOut() throws Exception {
    // At the same time: most of it is waiting.
    Process refused = start(How.CLOSED);
    Process timedOut = start(How.SILENT);
    try {
      everyOneIsCounted(result(How.CLOSED, refused));
      everyOneIsCounted(result(How.SILENT, timedOut));
    } finally {
      refused.destroyForcibly();
      timedOut.destroyForcibly();
    }
  }

  private static void everyOneIsCounted(LoadResult result) {
    LoadResult.Operation operation = result.operations().get(0);
    assertEquals(MEASURED, operation.requests());
    assertEquals(0, operation.ok());
    assertEquals(Map.of("none", (long) MEASURED), operation.statuses());
    assertEquals(new Items(2 * MEASURED, 0, 0, 0, 0, 2 * MEASURED), operation.items());
    assertEquals(0, result.reached().requests());
    assertEquals(MEASURED, result.timeline().get(0).errors());
    assertEquals(LoadVerdict.FAILED, result.verdict());
    assertEquals("errors: 10 of 10, limit 0", result.reasons().get(0));
  }

  private LoadResult result(How how, Process process) throws Exception {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "Gatling does not end");
    String log = Files.readString(folder.resolve(how + ".log"));
    assertEquals(0, process.exitValue(), log);
    return ResultFiles.load(folder.resolve(how.name()));
  }

  private Process start(How how) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Dgatling.http.requestTimeout=200");
    command.add("-Djava.util.prefs.PreferencesFactory=" + NoVersionCheck.class.getName());
    command.add("-D" + GoneSimulation.HOW + "=" + how);
    command.add("-D" + GoneSimulation.FOLDER + "=" + folder.resolve(how.name()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            "io.gatling.app.Gatling",
            "--simulation",
            GoneSimulation.class.getName(),
            "--results-folder",
            folder.resolve(how + "-gatling").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(how + ".log").toFile())
        .start();
  }
}
