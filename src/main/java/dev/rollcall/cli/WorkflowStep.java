package dev.rollcall.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * The step of a GitHub workflow in which Rollcall runs, if it does. While a target's answers are
 * printed, the runner is told to take no line for a command.
 */
final class WorkflowStep {
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  private final boolean present;
  private final Optional<String> summary;
  private final String resume;

  private WorkflowStep(boolean present, Optional<String> summary) {
    this.present = present;
    this.summary = summary;
    // Nobody whose text is printed can guess it.
    this.resume = UUID.randomUUID().toString();
  }

  /**
   * @param environment the variables of the process
   */
  static WorkflowStep of(Map<String, String> environment) {
    boolean present = "true".equals(environment.get("GITHUB_ACTIONS"));
    return new WorkflowStep(
        present,
        Optional.ofNullable(environment.get(SUMMARY)).filter(file -> present && !file.isBlank()));
  }

  /** Runs what prints text of others, none of which the runner takes for a command. */
  int guarded(PrintStream out, IntSupplier command) {
    if (!present) {
      return command.getAsInt();
    }
    stopCommands(out);
    try {
      return command.getAsInt();
    } finally {
      resumeCommands(out);
    }
  }

  /**
   * Tells the workflow of a result; does nothing outside of one.
   *
   * @param annotations commands to the runner
   * @param markdown for the page of the workflow run
   */
  void tell(PrintStream out, List<String> annotations, String markdown) {
    if (!present) {
      return;
    }
    resumeCommands(out);
    annotations.forEach(out::println);
    summary.ifPresent(file -> append(file, markdown, out));
    stopCommands(out);
  }

  /** The verdict stands, whether or not it can be shown there as well. */
  private static void append(String file, String markdown, PrintStream out) {
    try {
      Files.writeString(
          Path.of(file), markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      out.println(
          "::warning title=rollcall::the file that "
              + SUMMARY
              + " names cannot be written ("
              + e.getClass().getSimpleName()
              + ")");
    }
  }

  private void stopCommands(PrintStream out) {
    out.println("::stop-commands::" + resume);
  }

  private void resumeCommands(PrintStream out) {
    out.println("::" + resume + "::");
  }
}
