package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a build of a user does: green, both verdicts red, and red again after a crash over a green
 * result.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerdictsIT {
  @TempDir private static Path folder;
  private static NestedBuild build;

  @BeforeAll
  static void copy() throws IOException {
    build = NestedBuild.copiedTo(folder.resolve("project"));
  }

  @Test
  @Order(1)
  void aCleanBuildIsGreenAndPrintsOneLinePerVerdict() throws Exception {
    var ended = build.maven("verify");
    assertEquals(0, ended.exitCode(), ended.log());
    assertEquals(1, count(ended.log(), "contract: CONFORMS"), ended.log());
    assertEquals(1, count(ended.log(), "load: PASSED"), ended.log());
    assertTrue(Files.exists(build.result("PASSED")));
  }

  @Test
  @Order(2)
  void aCrashOfTheContractRunCannotBeMadeGreenByTheResultBefore() throws Exception {
    var ended = build.maven("verify", "-Drollcall.known=no-such-file.conf");
    assertNotEquals(0, ended.exitCode(), ended.log());
    assertFalse(Files.exists(build.result("PASSED")));
    assertTrue(
        ended.log().contains("--known no-such-file.conf: the file cannot be read"), ended.log());
  }

  @Test
  @Order(3)
  void withAFaultBothVerdictsAreRedAndEverythingIsWritten() throws Exception {
    var ended = build.maven("verify", "-Drollcall.fault=getPresencesByUserId-drops-last");
    assertNotEquals(0, ended.exitCode(), ended.log());
    assertEquals(1, count(ended.log(), "contract: DEVIATES"), ended.log());
    assertEquals(1, count(ended.log(), "load: FAILED"), ended.log());
    for (String name :
        List.of(
            "contract.json", "contract.html", "load.json", "index.html", "gatling/index.html")) {
      assertTrue(Files.size(build.result(name)) > 0, name);
    }
    assertFalse(Files.exists(build.result("PASSED")));
    assertTrue(ended.log().contains("Rollcall: a verdict is not PASSED, see "), ended.log());
    assertFalse(ended.log().contains("\tat "), "no stack trace");
  }

  private static long count(String log, String line) {
    return log.lines().filter(each -> each.contains(line)).count();
  }
}
