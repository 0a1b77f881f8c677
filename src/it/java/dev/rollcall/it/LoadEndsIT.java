package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Stranger;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load run that is ended from outside writes what it knows, and takes back what it wrote. */
class LoadEndsIT {
  private static final int SECONDS_TO_END = 30;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whoeverEndsARunFindsAResultAndNobodyChanged(String signal, int exitCode) throws Exception {
    try (Stranger stranger = Stranger.start()) {
      Path token = Files.writeString(folder.resolve("token"), "opaque");
      Path users = Files.writeString(folder.resolve("users"), String.join("\n", Stranger.USERS));
      Process load =
          load(
              "--target=" + stranger.url(),
              "--allow-load=127.0.0.1",
              "--allow-writes=127.0.0.1",
              "--test-users=" + String.join(",", Stranger.USERS),
              "--users=" + users,
              "--token-file=" + token);
      end(load, signal, () -> Stranger.USERS.stream().anyMatch(u -> !stranger.leftOf(u).isEmpty()));
      assertEquals(exitCode, load.exitValue(), this::log);
      Stranger.USERS.forEach(user -> assertEquals(List.of(), stranger.leftOf(user), this::log));
      LoadResult result = ResultFiles.load(folder);
      assertEquals(LoadVerdict.INVALID, result.verdict(), this::log);
      assertEquals("the run was interrupted", result.reasons().get(0));
      assertTrue(log().contains("load: interrupted; cleaning up"), this::log);
      assertTrue(Files.exists(folder.resolve("index.html")));
    }
  }

  @Test
  void aFakeInAProcessOfItsOwnEndsWithTheRun() throws Exception {
    Process load = load("--fake=process");
    List<ProcessHandle> fakes = new ArrayList<>();
    end(
        load,
        "TERM",
        () -> {
          load.descendants().filter(each -> !fakes.contains(each)).forEach(fakes::add);
          return !fakes.isEmpty() && log().contains("s left");
        });
    Awaitility.await().until(() -> fakes.stream().noneMatch(ProcessHandle::isAlive));
    assertEquals("process", ResultFiles.load(folder).measured());
  }

  private void end(Process load, String signal, Callable<Boolean> when) throws Exception {
    try {
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> when.call() || !load.isAlive());
      assertTrue(load.isAlive(), this::log);
      assertEquals(0, new ProcessBuilder("kill", "-" + signal, "" + load.pid()).start().waitFor());
      assertTrue(load.waitFor(SECONDS_TO_END, TimeUnit.SECONDS), this::log);
    } finally {
      load.destroyForcibly();
    }
  }

  private Process load(String... options) throws IOException {
    String profiles =
        "profiles { writing { warm-up = 3s, stages = [{rate = 5, for = 1m}],"
            + " mix { single = 1, write = 1 } } }";
    Path targets = Files.writeString(folder.resolve("targets.conf"), profiles);
    List<String> command = new ArrayList<>();
    command.add("env");
    command.add("--default-signal=INT"); // a build in the background ignores it
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(Path.of("target", "rollcall.jar").toAbsolutePath().toString());
    command.add("load");
    command.add("--targets-file=" + targets);
    command.add("--profile=writing");
    command.add("--out=" + folder);
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("load.log").toFile())
        .start();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("load.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
