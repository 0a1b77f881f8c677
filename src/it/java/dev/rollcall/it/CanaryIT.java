package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.wire.RawServer;
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

/** Secrets, and what people wrote, are found nowhere in what a build leaves behind. */
class CanaryIT {

  private final String canary = "canary-" + UUID.randomUUID();

  private static final String SOMEBODY = "0badcafe-0000-4000-8000-00000000000a";

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

  @Test
  void whatSomebodyWroteIsFoundNowhereUnderTargetWhenAStrangerIsJudged() throws Exception {
    NestedBuild build = NestedBuild.copiedTo(folder.resolve("project"));
    String presence =
        "{\"id\":\"%s\",\"availability\":7,\"activity\":\"Away\",\"statusMessage\":"
            + "{\"message\":{\"content\":\"%s\",\"contentType\":7}}}";
    String body = String.format(presence, SOMEBODY, canary);
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (RawServer stranger = RawServer.everywhere(RawServer.says(answer))) {
      var ended =
          build.maven(
              Map.of("ROLLCALL_TOKEN", canary),
              "verify",
              "-Drollcall.target=" + stranger.url(),
              "-Drollcall.test-users=" + SOMEBODY,
              "-Drollcall.trace=all",
              "-Drollcall.pace=1000");
      assertTrue(ended.log().contains("contract: DEVIATES"), ended.log());
      assertFalse(ended.log().contains(canary), "the log holds it");
    }
    assertEquals(List.of(), holding(folder), "files that hold the token or the status message");
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
