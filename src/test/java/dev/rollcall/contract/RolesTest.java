package dev.rollcall.contract;

import static dev.rollcall.contract.UnsignedTokens.APP;
import static dev.rollcall.contract.UnsignedTokens.OTHER_APP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.Stranger.Request;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is judged, and who is written, with the credentials that the owner of a service gives. */
class RolesTest {
  private static final String ME = Stranger.USERS.get(0);
  private static final String OTHER = Stranger.USERS.get(1);

  @TempDir Path folder;
  private Stranger stranger;

  @BeforeEach
  void start() throws IOException {
    stranger = Stranger.start();
  }

  @AfterEach
  void stop() {
    stranger.close();
  }

  @Test
  void twoApplicationsAreJudgedSideBySide() throws IOException {
    describe(
        Map.of(
            "app", UnsignedTokens.application(APP),
            "other-app", UnsignedTokens.application(OTHER_APP)));
    ContractResult result = run();
    assertEquals(List.of(), counting(result));
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertAllPassed(result, "SECOND_APP");
    assertEquals(Outcome.PASSED, finding(result, "precedence.matrix").outcome());
    assertEquals(
        Set.of(OTHER_APP),
        writes()
            .filter(request -> request.body().contains(OTHER_APP))
            .flatMap(request -> request.app().stream())
            .collect(Collectors.toSet()),
        "its sessions are set and cleared by itself");
    Stranger.USERS.forEach(user -> assertEquals(List.of(), stranger.leftOf(user)));
  }

  @Test
  void usersAreJudgedBesideAnApplication() throws IOException {
    describe(
        Map.of(
            "app", UnsignedTokens.application(APP),
            "user", UnsignedTokens.user(ME),
            "other-user", UnsignedTokens.user(OTHER)));
    ContractResult result = run(Setting.ONLY, "ME");
    assertAllPassed(result, "ME");
    assertEquals(Outcome.PASSED, finding(result, "setStatusMessage.expiry").outcome());
    assertEquals(Outcome.PASSED, finding(result, "caller.sees-own-dates").outcome());
  }

  @Test
  void aUserAloneWritesNobodyElse() throws IOException {
    describe(Map.of("user", UnsignedTokens.user(ME)));
    ContractResult result = run();
    assertEquals(List.of(), counting(result));
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertEquals(Outcome.PASSED, finding(result, "setStatusMessage.published").outcome());
    assertEquals(Outcome.PASSED, finding(result, "getPresence.own-id").outcome());
    assertEquals(
        "needs a second user who may be written: give --test-users ID,ID,... and, where a delegated"
            + " token writes its own user alone, a token of an application",
        finding(result, "isolation.users").reason());
    assertEquals(
        Set.of(ME), writes().map(RolesTest::user).collect(Collectors.toSet()), "who is written");
    assertEquals(List.of(), stranger.leftOf(ME));
  }

  @Test
  void aTokenOfAUserIsTakenForOneWhoeverItWasGivenFor() throws IOException {
    describe(Map.of());
    ContractResult result = run(Setting.TOKEN_FILE, file("token", UnsignedTokens.user(ME)));
    assertEquals(List.of(), counting(result));
    assertEquals(
        Set.of(ME), writes().map(RolesTest::user).collect(Collectors.toSet()), "who is written");
  }

  @Test
  void aUserWhoIsNotNamedIsNotWrittenAndNobodyElseIs() throws IOException {
    describe(Map.of("user", UnsignedTokens.user(Stranger.USERS.get(2))));
    ContractResult result = run();
    assertEquals(
        "needs the signed-in user among --test-users: a delegated token writes its own user alone",
        finding(result, "setPresence.shows").reason());
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertEquals(0, writes().count());
  }

  @Test
  void anApplicationThatDoesNotTellItsIdWritesNothing() throws IOException {
    describe(
        Map.of(
            "app",
            UnsignedTokens.token(
                Map.of("roles", List.of("Presence.Read.All", "Presence.ReadWrite.All")))));
    ContractResult result = run();
    assertEquals(
        "needs the id of the calling application, which sessions bear and the token does not tell:"
            + " give --app-id ID",
        finding(result, "setPresence.shows").reason());
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertEquals(0, writes().count());
  }

  @Test
  void anOpaqueTokenOnThisMachineGetsASessionOfRollcalls() throws IOException {
    describe(Map.of("app", "opaque"));
    ContractResult result = run(Setting.ONLY, "setPresence.shows", "clearPresence.clears");
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertEquals(
        Set.of("a0115ca1-0000-4000-8000-000000000001"),
        stranger.requests().stream()
            .filter(request -> request.operation().endsWith("setPresence"))
            .map(RolesTest::sessionId)
            .collect(Collectors.toSet()));
  }

  @Test
  void whatIsDeclaredMissingIsNotTried() throws IOException {
    describe(
        Map.of("user", UnsignedTokens.user(ME)),
        "capabilities { ME = false, BATCH = false, BETA = false }");
    ContractResult result = run(Setting.ONLY, "READ");
    assertEquals(Verdict.CONFORMS, result.verdict());
    assertTrue(asked("communications/").findAny().isPresent());
    for (String part : List.of("/me/", "$batch", "beta")) {
      assertEquals(List.of(), asked(part).toList(), part);
    }
  }

  @Test
  void whatIsNotDeclaredIsTriedOnce() throws IOException {
    describe(Map.of("user", UnsignedTokens.user(ME)));
    run(Setting.ONLY, "getPresence.shape");
    for (String part : List.of("$batch", "beta")) {
      assertEquals(1, asked(part).count(), part);
    }
  }

  @Test
  void withoutMeABatchIsTriedWithSomebodyWhoWasNamed() throws IOException {
    describe(Map.of("app", UnsignedTokens.application(APP)), "capabilities { ME = false }");
    run(Setting.ONLY, "getPresence.shape");
    assertEquals(1, asked("$batch").count());
    assertEquals(List.of(), asked("/me/").toList());
  }

  @Test
  void locationsThatAreDeclaredAreJudgedByTheirUserWithoutAnythingBehindTheScenes()
      throws IOException {
    describe(Map.of("user", UnsignedTokens.user(ME)), "capabilities { LOCATION = true }");
    ContractResult result = run(Setting.ONLY, "LOCATION");
    assertEquals(0, result.totals().get(Outcome.BROKEN), counting(result).toString());
    assertEquals(Verdict.DEVIATES, result.verdict(), "it was declared, and is not there");
  }

  @Test
  void anApplicationIsNotBlamedForLocationsItMayNotWrite() throws IOException {
    describe(Map.of("app", UnsignedTokens.application(APP)), "capabilities { LOCATION = true }");
    ContractResult result = run(Setting.ONLY, "clearLocation.clears");
    assertEquals(
        "needs a delegated token alone: work locations are written by their user, applications are"
            + " refused",
        finding(result, "clearLocation.clears").reason());
    assertEquals(0, writes().count());
  }

  private java.util.stream.Stream<Request> asked(String part) {
    return stranger.requests().stream()
        .filter(request -> (request.path() + request.body()).contains(part));
  }

  private java.util.stream.Stream<Request> writes() {
    Predicate<Request> discovers = request -> request.operation().equals("$batch");
    return stranger.requests().stream().filter(Request::writes).filter(discovers.negate());
  }

  private static String user(Request request) {
    return request.path().split("/")[3];
  }

  private static String sessionId(Request request) {
    return JsonMapper.shared().readTree(request.body()).path("sessionId").asString("none");
  }

  /** Writes the file that the owner of the service would. */
  private void describe(Map<String, String> tokens, String... more) throws IOException {
    var credentials = new StringBuilder();
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      String file = file(token.getKey() + ".token", token.getValue());
      credentials.append("    %s { file = \"%s\" }%n".formatted(token.getKey(), file));
    }
    String text =
        """
        targets.staging {
          url = "%s"
          allow-writes = "127.0.0.1"
          test-users = ["%s", "%s"]
          pace = 100000
          credentials {
        %s  }
          %s
        }
        """
            .formatted(stranger.url(), ME, OTHER, credentials, String.join("\n", more));
    file("targets.conf", text);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private ContractResult run() {
    return run(Map.of());
  }

  private ContractResult run(Setting setting, String... values) {
    return run(Map.of(setting, List.of(values)));
  }

  private ContractResult run(Map<Setting, List<String>> more) {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    given.put(Setting.TARGET, List.of("staging"));
    given.put(Setting.TARGETS_FILE, List.of(folder.resolve("targets.conf").toString()));
    given.put(Setting.OUT, List.of(folder.resolve("out").toString()));
    given.putAll(more);
    return ContractRun.of(Settings.exactly(given)).result();
  }

  /** All that need this and no clock or choice of permissions. */
  private static void assertAllPassed(ContractResult result, String capability) {
    List<Finding> judged =
        result.checks().stream()
            .filter(check -> check.needs().contains(capability))
            .filter(check -> !check.needs().contains("CLOCK"))
            .toList();
    assertFalse(judged.isEmpty());
    assertEquals(
        List.of(),
        judged.stream()
            .filter(check -> check.outcome() != Outcome.PASSED)
            .map(check -> check.id() + ": " + check.reason() + check.expected() + check.actual())
            .toList());
  }

  private static List<String> counting(ContractResult result) {
    return result.checks().stream()
        .filter(check -> check.counts() || check.outcome() == Outcome.BROKEN)
        .map(check -> check.id() + ": " + check.reason() + check.expected() + check.actual())
        .toList();
  }

  private static Finding finding(ContractResult result, String id) {
    return result.checks().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }
}
