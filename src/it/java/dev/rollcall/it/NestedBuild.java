package dev.rollcall.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of this project, built by Maven in its own folder. */
final class NestedBuild {
  private static final List<String> SOURCES =
      List.of("pom.xml", "src", "schemas", "simulations", "README.md");

  private final Path folder;

  private NestedBuild(Path folder) {
    this.folder = folder;
  }

  /**
   * How a build ended.
   *
   * @param log everything that it printed
   */
  record Ended(int exitCode, String log) {}

  static NestedBuild copiedTo(Path folder) throws IOException {
    for (String source : SOURCES) {
      copy(Path.of(source), folder.resolve(source));
    }
    return new NestedBuild(folder);
  }

  /** A file of the project's. */
  Path file(String name) {
    return folder.resolve(name);
  }

  Path result(String name) {
    return folder.resolve(Path.of("target", "rollcall", name));
  }

  /** Runs Maven off-line: all it needs was fetched for the build around this one. */
  Ended maven(String... arguments) throws IOException, InterruptedException {
    return maven(Map.of(), arguments);
  }

  /** The same with variables in its environment. */
  Ended maven(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of(arguments));
    all.add("-Dskip.own.tests=true");
    return mavenOfAUser(environment, all);
  }

  /** With these arguments and no other: it may run the project's own tests. */
  Ended mavenOfAUser(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(maven(), "-B", "-o"));
    command.addAll(arguments);
    Path log = folder.resolve("build.log");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the nested build did not end within ten minutes");
    }
    return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  private static String maven() {
    String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    String home = System.getProperty("maven.home");
    return home == null ? name : Path.of(home, "bin", name).toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(
            from.equals(file) ? to.toAbsolutePath().getParent() : copy.getParent());
        Files.copy(file, from.equals(file) ? to : copy);
      }
    }
  }
}
