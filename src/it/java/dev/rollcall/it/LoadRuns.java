package dev.rollcall.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code load} from the jar as it is shipped, in a process of its own. */
final class LoadRuns {
  static final String BATCH = "/communications/getPresencesByUserId";

  private LoadRuns() {}

  /**
   * Leaves its results in {@code out} below the folder.
   *
   * @return what it printed, and its exit code
   */
  static Ended run(Path folder, String... options) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "rollcall.jar").toAbsolutePath().toString(),
                "load",
                "--out=out"));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  /** How a run ended. */
  record Ended(int exitCode, String printed) {}
}
