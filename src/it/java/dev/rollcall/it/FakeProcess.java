package dev.rollcall.it;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fake that another process serves, from a jar as it is shipped. */
final class FakeProcess implements AutoCloseable {
  private static final Pattern WIREMOCK_SAYS = Pattern.compile("^port:\\s+(\\d+)");
  private static final Pattern FAKE_SAYS = Pattern.compile("^fake listening on \\S+:(\\d+)$");

  private final Process process;
  private final String port;

  private FakeProcess(Process process, Pattern says) throws IOException {
    this.process = process;
    this.port = port(process, says);
  }

  /** {@code java -jar rollcall.jar fake} with these options. */
  static FakeProcess ofItsOwnJar(Path folder, String... options) throws IOException {
    var arguments = new ArrayList<>(List.of("-jar", absolute("rollcall.jar").toString(), "fake"));
    arguments.addAll(List.of(options));
    return new FakeProcess(java(folder, arguments), FAKE_SAYS);
  }

  /** WireMock's own jar with the drop-in beside it; stubs are those of the folder. */
  static FakeProcess besideWireMock(Path folder) throws IOException, URISyntaxException {
    String classPath = wireMockJar() + File.pathSeparator + dropIn();
    return new FakeProcess(
        java(folder, List.of("-cp", classPath, "wiremock.Run", "--port", "0")), WIREMOCK_SAYS);
  }

  private static Process java(Path folder, List<String> arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    return builder.start();
  }

  private static String port(Process process, Pattern says) throws IOException {
    BufferedReader printed = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      said.append(line).append('\n');
      Matcher port = says.matcher(line);
      if (port.find()) {
        return port.group(1);
      }
    }
    throw new IllegalStateException("no port is named: " + said);
  }

  private static Path wireMockJar() throws URISyntaxException {
    return Path.of(
        WireMockServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  static Path dropIn() throws IOException {
    try (Stream<Path> files = Files.list(absolute(""))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-wiremock.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path absolute(String built) {
    return Path.of("target", built).toAbsolutePath();
  }

  /** As the process named it. */
  String port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
