package dev.rollcall.load;

import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Our fake in a process of its own, so that its work and the generator's are told apart. Ends with
 * the run.
 */
final class OwnFake implements AutoCloseable {
  private static final String EMBEDDED = "embedded";
  private static final String PROCESS = "process";
  private static final String MAIN = "dev.rollcall.Main";
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 20;
  private static final double MILLIS = 1_000;

  private final Process process;
  private final Path folder;
  private final int port;
  private double cpuSecondsBefore;

  private OwnFake(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.port = port();
  }

  /**
   * Whether the settings ask for one.
   *
   * @throws InvalidSetting if they ask for something else, or for one beside a target
   */
  static boolean isWanted(Settings settings) {
    Optional<String> where = settings.value(Setting.FAKE);
    if (where.isEmpty() || where.get().equals(EMBEDDED)) {
      return false;
    }
    if (!where.get().equals(PROCESS)) {
      throw Settings.invalid(Setting.FAKE, where.get(), "give embedded or process");
    }
    settings
        .value(Setting.TARGET)
        .ifPresent(
            target -> {
              throw Settings.invalid(
                  Setting.FAKE, where.get(), "leave it out: the target is " + target);
            });
    return true;
  }

  /**
   * Starts one from the code of this process, and waits until it answers.
   *
   * @throws InvalidSetting if it does not start
   */
  static OwnFake start(Settings settings, int users) {
    try {
      Path folder = Files.createTempDirectory("rollcall-fake");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-cp", System.getProperty("java.class.path"), MAIN, "fake", "--users", "" + users));
      command.addAll(List.of("--port-file", portFile(folder).toString()));
      settings.list(Setting.FAULT).forEach(fault -> command.addAll(List.of("--fault", fault)));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(logFile(folder).toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
      return new OwnFake(builder.start(), folder);
    } catch (IOException e) {
      throw Settings.invalid(Setting.FAKE, PROCESS, "it cannot be started: " + e);
    }
  }

  private static Path portFile(Path folder) {
    return folder.resolve("port");
  }

  private static Path logFile(Path folder) {
    return folder.resolve("log");
  }

  /** The settings of a run against it. */
  Settings settings(Settings given) {
    return given.without(Setting.FAULT).with(Setting.TARGET, "http://127.0.0.1:" + port);
  }

  /** Forgets the CPU time spent until now. */
  void restart() {
    cpuSecondsBefore = cpu().orElse(0.0);
  }

  /** CPU time spent since; empty where the platform does not tell, or it has ended. */
  Optional<Double> cpuSeconds() {
    return cpu().map(all -> Math.round(MILLIS * (all - cpuSecondsBefore)) / MILLIS);
  }

  private Optional<Double> cpu() {
    return process.info().totalCpuDuration().map(spent -> spent.toMillis() / MILLIS);
  }

  private int port() {
    Path file = portFile(folder);
    long end = System.nanoTime() + LONGEST_START.toNanos();
    try {
      while (!Files.exists(file)) {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
          String said = Files.readString(logFile(folder)).strip();
          close();
          // What is wrong with a fault's name, it says itself.
          throw Settings.invalid(Setting.FAKE, PROCESS, "it does not start: " + said);
        }
      }
      return Integer.parseInt(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      close();
      throw Settings.invalid(Setting.FAKE, PROCESS, "it cannot be started: " + e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw Settings.invalid(Setting.FAKE, PROCESS, "nobody waited until it had started");
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      for (Path file : List.of(portFile(folder), logFile(folder), folder)) {
        Files.deleteIfExists(file);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
