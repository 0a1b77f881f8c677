package dev.rollcall.cli;

import dev.rollcall.fake.CannotStart;
import dev.rollcall.load.CapacityRun;
import dev.rollcall.load.LoadRun;
import dev.rollcall.load.Preflight;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.UnwritableResult;
import dev.rollcall.simulation.NoVersionCheck;
import dev.rollcall.simulation.PreparedSimulation;
import dev.rollcall.simulation.PresenceLookupSimulation;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import dev.rollcall.target.Unreachable;
import io.gatling.app.Gatling$;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts Gatling in this JVM, which needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}. The
 * one class that knows how: the entry it uses is no public API of Gatling's.
 *
 * <p>Gatling's report goes to {@code gatling/index.html} beside {@code load.json}, what it prints
 * to {@code gatling.log}.
 */
final class GatlingRun {
  private static final String LOG = "gatling.log";
  private static final String REPORT = "gatling";
  private static final String RAW = "gatling-run";

  private final Settings settings;
  private final Path out;
  private final Preflight preflight;

  GatlingRun(Settings settings, Path out) {
    this.settings = settings;
    this.out = out;
    this.preflight = Preflight.of(settings, InstantSource.system());
  }

  /**
   * Runs the load that the settings ask for, and leaves {@code load.json} behind in any case but
   * bad settings.
   *
   * @param out the folder that the settings name, or the usual one
   * @throws InvalidSetting if a setting is of no use
   * @throws Unreachable if nothing answers at the target
   * @throws CannotStart if the embedded fake cannot
   */
  static LoadResult run(Settings settings, Path out) {
    forgetEarlierRun(out);
    GatlingRun run = new GatlingRun(settings, out);
    Optional<LoadResult> refused = run.preflight.refused();
    refused.ifPresent(result -> ResultFiles.write(result, out));
    return refused.orElseGet(run::start);
  }

  private LoadResult start() {
    PrintStream standardOut = System.out;
    PrintStream standardErr = System.err;
    System.setProperty(Settings.PACKED, settings.pack());
    NoVersionCheck.install();
    GatlingTls tls = GatlingTls.of(Target.route(settings));
    try (PrintStream log = log()) {
      System.setOut(log);
      System.setErr(log);
      return preflight.searches() ? search() : once();
    } catch (Exception | LinkageError e) {
      // Gatling is Scala: it throws checked exceptions that no signature names.
      return brokenOff(e);
    } finally {
      tls.close();
      System.setOut(standardOut);
      System.setErr(standardErr);
      System.clearProperty(Settings.PACKED);
    }
  }

  private LoadResult once() throws IOException {
    gatling(PresenceLookupSimulation.class);
    keepReport();
    return ResultFiles.load(out);
  }

  /** Keeps the report of the run that confirms what was found. */
  private LoadResult search() throws IOException {
    try (CapacityRun search = CapacityRun.of(settings, this::step)) {
      LoadResult result = search.result();
      ResultFiles.write(result, out);
      return result;
    }
  }

  private LoadResult step(LoadRun run, boolean isHold) throws IOException {
    PreparedSimulation.prepare(run);
    if (isHold) {
      delete(out.resolve(REPORT));
      gatling(PreparedSimulation.class);
      keepReport();
    } else {
      gatling(PreparedSimulation.class, "--no-reports");
      delete(out.resolve(RAW));
    }
    return ResultFiles.load(out);
  }

  private void gatling(Class<?> simulation, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--simulation", simulation.getName(),
                "--results-folder", out.resolve(RAW).toString()));
    arguments.addAll(List.of(more));
    Gatling$.MODULE$.fromArgs(arguments.toArray(String[]::new));
  }

  /** Bad input stays bad input, however Gatling wraps it; all else makes the run invalid. */
  LoadResult brokenOff(Throwable problem) {
    Throwable root = problem;
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidSetting
          || cause instanceof Unreachable
          || cause instanceof CannotStart
          || cause instanceof UnwritableResult) {
        throw (RuntimeException) cause;
      }
      root = cause;
    }
    LoadResult result =
        preflight.brokenOff("the run broke off: " + root + "; see " + out.resolve(LOG));
    ResultFiles.write(result, out);
    return result;
  }

  private PrintStream log() throws IOException {
    return new PrintStream(Files.newOutputStream(out.resolve(LOG)), true, StandardCharsets.UTF_8);
  }

  /** Gatling makes a folder with a date in its name; a link needs a place that stays. */
  private void keepReport() throws IOException {
    Path raw = out.resolve(RAW);
    List<Path> reports;
    try (Stream<Path> folders = Files.list(raw)) {
      reports = folders.toList();
    }
    for (Path report : reports) {
      Files.move(report, out.resolve(REPORT));
    }
    Files.delete(raw);
  }

  /** So that nothing of an earlier run can be taken for this one's. */
  private static void forgetEarlierRun(Path out) {
    try {
      Files.createDirectories(out);
      for (String name : List.of("load.json", "history.json", LOG, REPORT, RAW)) {
        delete(out.resolve(name));
      }
    } catch (IOException e) {
      throw Settings.invalid(
          Setting.OUT,
          out.toString(),
          "the folder cannot be emptied of an earlier run (" + e + ")");
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> below = Files.walk(path)) {
        for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    } else {
      Files.deleteIfExists(path);
    }
  }
}
