package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.ConsoleReport;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run of the catalogue against a server that means no good. What it leaves on disk is bounded and
 * does not hold the token.
 */
public record HostileRun(Path folder) {
  public static final String TOKEN = "token-that-nobody-may-see";

  /** In bytes. The pages of a run in which everything fails take two megabytes. */
  private static final long LARGEST_FILE = 12 << 20;

  /** Runs what such a target is offered: reads, as fast as it answers. */
  public ContractResult judge(String url, Map<Setting, List<String>> more) throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    var settings = new EnumMap<Setting, List<String>>(Setting.class);
    settings.put(Setting.TARGET, List.of(url));
    settings.put(
        Setting.TEST_USERS,
        List.of("0badcafe-0000-4000-8000-00000000000a", "0badcafe-0000-4000-8000-00000000000b"));
    settings.put(Setting.TOKEN_FILE, List.of(token.toString()));
    settings.put(Setting.PACE, List.of("100000"));
    settings.put(Setting.OUT, List.of(out.toString()));
    settings.putAll(more);
    ContractResult result = ContractRun.of(Settings.exactly(settings)).result();
    Pages.render(out);
    assertEquals(List.of(), holding(out, TOKEN), "files that hold the token");
    try (Stream<Path> files = Files.walk(out)) {
      files.filter(Files::isRegularFile).forEach(HostileRun::assertBounded);
    }
    return result;
  }

  /** The files below a folder in which a text is found. */
  public static List<Path> holding(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
    }
  }

  /** What the report says of the common causes. */
  static List<String> headlines(ContractResult result) {
    var bytes = new ByteArrayOutputStream();
    new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(result, Path.of("out"));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("  - "))
        .map(line -> line.substring(4))
        .toList();
  }

  private static void assertBounded(Path file) {
    long size = file.toFile().length();
    assertTrue(size < LARGEST_FILE, () -> file + " has " + size + " bytes");
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
