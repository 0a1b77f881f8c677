package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token of the environment is used, and found nowhere in what a build leaves behind. */
class CanaryIT {

  private final String canary = "canary-" + UUID.randomUUID();

  @TempDir Path folder;

  @Test
  void aTokenInTheEnvironmentIsFoundNowhereUnderTarget() throws Exception {
    NestedBuild build = NestedBuild.copiedTo(folder.resolve("project"));
    var ended =
        build.maven(
            Map.of("ROLLCALL_TOKEN", canary), "verify", "-Drollcall.fault=getPresence-id-missing");
    assertTrue(ended.log().contains("contract: DEVIATES"), ended.log());
    assertEquals(List.of(), holding(folder), "files that hold the token");
  }

  @Test
  void aTokenInAPropertyIsRefusedInOneSentenceAndIsFoundInNoResult() throws Exception {
    NestedBuild build = NestedBuild.copiedTo(folder.resolve("project"));
    var ended = build.maven("verify", "-Drollcall.token=" + canary);
    assertTrue(ended.exitCode() != 0, ended.log());
    assertTrue(ended.log().contains("give the token in the variable ROLLCALL_TOKEN"), ended.log());
    assertTrue(ended.log().lines().noneMatch(line -> line.startsWith("\tat ")), "no stack trace");
    assertEquals(List.of(), holding(build.result("")), "files that hold the token");
  }

  private List<String> holding(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(Files::isRegularFile).filter(this::contains).map(Path::toString).toList();
    }
  }

  private boolean contains(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(canary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
