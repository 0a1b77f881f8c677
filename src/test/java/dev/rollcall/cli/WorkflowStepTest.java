package dev.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowStepTest {
  private static final String GUARD = "::stop-commands::";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aCheckTellsTheWorkflowWhatCounts() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "# Before\n");
    assertEquals(1, check(environment(summary)));
    List<String> told = told();
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("::error title=time.expires FAILED"), told.get(0));
    String page = Files.readString(summary);
    assertTrue(page.startsWith("# Before\n## Contract: DEVIATES\n"), page);
    assertTrue(page.contains("| <code>time&#46;expires</code> "), page);
    assertTrue(Files.exists(folder.resolve("contract-junit.xml")));
  }

  @Test
  void outsideOfAWorkflowNothingIsSaidOfIt() throws IOException {
    Path summary = folder.resolve("summary.md");
    assertEquals(1, check(Map.of("GITHUB_STEP_SUMMARY", summary.toString())));
    assertFalse(text().contains("::"), text());
    assertFalse(Files.exists(summary));
  }

  @Test
  void badInputIsSaidWhileTheRunnerTakesNoCommands() {
    assertEquals(2, run(environment(folder), "check", "--only", "nothing"));
    assertEquals(List.of(), told());
  }

  @Test
  void whatIsPrintedOfOthersIsNoCommand() {
    WorkflowStep step = WorkflowStep.of(environment(folder.resolve("s.md")));
    step.guarded(
        out,
        () -> {
          out.println("::error::of a target");
          step.tell(out, List.of("::error::of ours"), "");
          out.println("##[error]of a target");
          return 0;
        });
    assertEquals(List.of("::error::of ours"), told());
  }

  @Test
  void aSummaryThatCannotBeWrittenIsAWarning() {
    WorkflowStep step = WorkflowStep.of(environment(folder));
    step.guarded(
        out,
        () -> {
          step.tell(out, List.of(), "text");
          return 0;
        });
    assertTrue(
        told().get(0).startsWith("::warning title=rollcall::the file that GITHUB_STEP_SUMMARY"),
        text());
  }

  /** The lines in which the runner looks for commands. */
  private List<String> told() {
    List<String> lines = text().lines().toList();
    String resume = "::" + lines.get(0).substring(GUARD.length()) + "::";
    assertTrue(lines.get(0).startsWith(GUARD), text());
    assertEquals(resume, lines.get(lines.size() - 1), text());
    boolean[] stopped = {false};
    return lines.stream()
        .filter(
            line -> {
              boolean turn = line.startsWith(GUARD) || line.equals(resume);
              stopped[0] = turn ? line.startsWith(GUARD) : stopped[0];
              return !turn && !stopped[0];
            })
        .toList();
  }

  private int check(Map<String, String> environment) {
    return run(
        environment,
        "check",
        "--only",
        "time.expires",
        "--fault",
        "sessions-never-expire",
        "--out",
        folder.toString());
  }

  private int run(Map<String, String> environment, String... args) {
    var err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Cli(out, err, Settings::exactly, WorkflowStep.of(environment)).run(args);
  }

  private static Map<String, String> environment(Path summary) {
    return Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
