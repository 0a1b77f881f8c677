package dev.rollcall.bench;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Loads a fake with the jar as it is shipped, each in a process of its own: healthy first, then
 * with what has become worse.
 */
public final class RegressionRuns implements AutoCloseable {
  /** A run that a busy machine spoilt says nothing, and is made anew. */
  private static final int TRIES = 3;

  private final Path jar;
  private final Path folder;
  private final LoadedFake fake;
  private final Map<LoadProfile, Path> baselines = new ConcurrentHashMap<>();

  private RegressionRuns(Path jar, Path folder, LoadedFake fake) {
    this.jar = jar;
    this.folder = folder;
    this.fake = fake;
  }

  /**
   * @param folder for everything that is written
   */
  public static RegressionRuns in(Path folder, Path jar) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("targets.conf"), LoadProfile.described());
    return new RegressionRuns(jar, folder, LoadedFake.start(jar, folder));
  }

  /** A run of a healthy fake, with which the others are compared. */
  public LoadResult clean(Regression regression, int seconds) throws IOException {
    LoadProfile profile = regression.profile();
    LoadResult result = trusted(() -> healthy(profile, seconds));
    baselines.put(profile, out("clean-" + profile.label()).resolve("load.json"));
    return result;
  }

  /** A run with what has become worse. */
  public LoadResult with(Regression regression, int seconds) throws IOException {
    return trusted(() -> worsened(regression, seconds));
  }

  private LoadResult healthy(LoadProfile profile, int seconds) throws IOException {
    Regression.healthy(fake, profile);
    return result(load(profile, seconds, Optional.empty()), "clean-" + profile.label());
  }

  private LoadResult worsened(Regression regression, int seconds) throws IOException {
    regression.inject(fake, seconds);
    Process load = load(regression.profile(), seconds, Optional.of(regression));
    fake.awaitLookup(load);
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(LoadProfile.WARM_UP));
    regression.during(fake, seconds);
    return result(load, regression.name());
  }

  /** One run. */
  private interface Run {
    LoadResult made() throws IOException;
  }

  private static LoadResult trusted(Run run) throws IOException {
    LoadResult result = run.made();
    for (int again = 1; again < TRIES && result.verdict() == LoadVerdict.INVALID; again++) {
      System.err.println("INVALID, made anew: " + String.join("; ", result.reasons()));
      result = run.made();
    }
    return result;
  }

  /** Whether a run failed for what was injected. */
  public static boolean isCaught(Regression regression, LoadResult result) {
    return result.verdict() == LoadVerdict.FAILED
        && result.reasons().stream().anyMatch(reason -> reason.contains(regression.told()));
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private Process load(LoadProfile profile, int seconds, Optional<Regression> regression)
      throws IOException {
    String name = regression.map(Regression::name).orElse("clean-" + profile.label());
    List<String> command =
        new ArrayList<>(
            List.of(
                Jvm.java(),
                "-jar",
                jar.toString(),
                "load",
                "--target=" + fake.url(),
                "--targets-file=" + folder.resolve("targets.conf"),
                "--profile=" + profile.label(),
                "--duration=" + seconds + "s",
                "--out=" + out(name)));
    if (regression.isPresent() && baselines.containsKey(profile)) {
      command.add("--baseline=" + baselines.get(profile));
    }
    return Jvm.alone(new ProcessBuilder(command))
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private LoadResult result(Process load, String name) throws IOException {
    load.onExit().join();
    Path file = out(name).resolve("load.json");
    if (!Files.exists(file)) {
      throw new IllegalStateException(Files.readString(folder.resolve(name + ".log")));
    }
    return ResultFiles.loadIn(file);
  }

  @Override
  public void close() {
    fake.close();
  }
}
