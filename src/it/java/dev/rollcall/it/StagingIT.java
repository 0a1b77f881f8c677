package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.TestAuthority;
import dev.rollcall.contract.Stranger;
import dev.rollcall.contract.UnsignedTokens;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From nothing to a green build against a service of one's own: one that is not Rollcall's fake,
 * behind a CA of its own and a path prefix, described in {@code targets.conf}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StagingIT {
  private static final int RATE = 20;
  private static final int SECONDS = 2;
  private static final int WARM_UP = 3; // of profile smoke

  @TempDir private static Path folder;
  private static Stranger stranger;
  private static NestedBuild build;

  @BeforeAll
  static void describe() throws Exception {
    TestAuthority authority = TestAuthority.in(folder.resolve("authority"));
    stranger = Stranger.startHttps(authority);
    build = NestedBuild.copiedTo(folder.resolve("project"));
    Files.copy(authority.pem(), build.file("staging-ca.pem"));
    Files.write(build.file("staging-users.txt"), Stranger.OTHER_USERS);
    Files.writeString(
        build.file("targets.conf"),
        """
        targets.staging {
          url = "%s"
          route.ca-file = "staging-ca.pem"
          credentials.app.env = STAGING_TOKEN
          credentials.other-app.env = STAGING_OTHER_TOKEN
          allow-writes = "127.0.0.1"
          test-users = ["%s"]
          pace = 100000
          users = "staging-users.txt"
          batch = %d
          rate = %d
          duration = %ds
          profiles.steady { warm-up = 1s, objectives { p95 = 1ms } }
        }
        """
            .formatted(
                stranger.url(),
                String.join("\", \"", Stranger.USERS),
                Stranger.OTHER_USERS.size(),
                RATE,
                SECONDS));
  }

  @AfterAll
  static void stop() {
    stranger.close();
  }

  private static NestedBuild.Ended verify(String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("verify", "-Drollcall.target=staging"));
    arguments.addAll(List.of(more));
    return build.mavenOfAUser(
        Map.of(
            "STAGING_TOKEN", UnsignedTokens.application(UnsignedTokens.APP),
            "STAGING_OTHER_TOKEN", UnsignedTokens.application(UnsignedTokens.OTHER_APP)),
        arguments);
  }

  /** Those for users for whom nothing but load asks. */
  private static long lookupsOfLoad() {
    return stranger.requests().stream()
        .filter(request -> request.operation().equals(Stranger.BATCH))
        .filter(request -> request.body().contains(Stranger.OTHER_USERS.get(0)))
        .count();
  }

  @Test
  @Order(1)
  void theContractIsJudgedAndNoLoadIsSent() throws Exception {
    var ended = verify();
    assertEquals(0, ended.exitCode(), ended.log());
    assertTrue(ended.log().contains("Tests are skipped."), "Rollcall's own tests are not run");
    assertTrue(ended.log().contains("contract: CONFORMS"), ended.log());
    assertTrue(ended.log().contains("load: not run"), ended.log());
    ContractResult result = ResultFiles.contract(build.result("contract.json").getParent());
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertFalse(result.target().ours());
    assertEquals(stranger.url(), result.target().root());
    assertTrue(
        result.checks().stream()
            .anyMatch(
                check ->
                    check.id().equals("precedence.matrix") && check.outcome() == Outcome.PASSED),
        "writes are judged, of two applications");
    assertEquals(0, lookupsOfLoad());
    Stranger.USERS.forEach(user -> assertEquals(List.of(), stranger.leftOf(user)));
  }

  @Test
  @Order(2)
  void withItsLeaveLoadIsSentAndMeasured() throws Exception {
    var ended = verify("-Drollcall.allow-load=127.0.0.1");
    assertEquals(0, ended.exitCode(), ended.log());
    assertTrue(ended.log().contains("contract: CONFORMS"), ended.log());
    assertTrue(ended.log().contains("load: PASSED"), ended.log());
    LoadResult result = ResultFiles.load(build.result("load.json").getParent());
    assertEquals(LoadVerdict.PASSED, result.verdict());
    assertEquals("remote", result.measured());
    assertEquals(RATE * SECONDS, result.reached().requests());
    assertEquals(
        RATE * (WARM_UP + SECONDS), lookupsOfLoad(), "those of the warm-up are not recorded");
  }

  @Test
  @Order(3)
  void anObjectiveThatTheServiceMissesStopsTheBuild() throws Exception {
    var ended = verify("-Drollcall.allow-load=127.0.0.1", "-Drollcall.profile=steady");
    assertNotEquals(0, ended.exitCode(), ended.log());
    String line = ended.log().lines().filter(each -> each.contains("load: FAILED")).findAny().get();
    assertTrue(line.matches(".*\\(p95: .* ms, limit at most 1\\.0 ms\\).*"), line);
    assertTrue(ended.log().contains("Rollcall: a verdict is not PASSED, see "), ended.log());
    assertFalse(ended.log().contains("\tat "), "no stack trace");
    ContractResult contract = ResultFiles.contract(build.result("contract.json").getParent());
    assertEquals(Verdict.CONFORMS, contract.verdict(), ended.log());
    LoadResult load = ResultFiles.load(build.result("load.json").getParent());
    assertEquals(LoadVerdict.FAILED, load.verdict());
    assertEquals("steady", load.profile().name());
    assertEquals("remote", load.measured());
    for (String page : List.of("index.html", "contract.html")) {
      String html = Files.readString(build.result(page));
      assertTrue(html.contains("FAILED") && html.contains("CONFORMS"), page);
    }
    assertFalse(Files.exists(build.result("PASSED")));
  }
}
