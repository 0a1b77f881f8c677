package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.wire.RawServer;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.target.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote about themselves is found nowhere in what a run leaves behind. */
class PrivacyTest {
  private static final String CANARY = "canary-at-the-dentist";

  private static final String PRESENCE =
      "{\"id\":\"0badcafe-0000-4000-8000-00000000000a\",\"availability\":7,\"activity\":\"Away\",%s}";

  private static final List<String> FEW =
      List.of(
          "getPresence.shape",
          "getPresence.one-object",
          "getPresence.needs-token",
          "getPresencesByUserId.shape",
          "getPresencesByUserId.only-asked");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"statusMessage\":{\"message\":{\"content\":\"CANARY\",\"contentType\":7}}",
        "\"statusMessage\":{\"message\":{\"content\":\"say \\\"CANARY\\\"\",\"contentType\":\"x\"}}",
        "\"statusMessage\":{\"message\":{\"content\":[\"CANARY\"]}}",
        "\"statusMessage\":{\"message\":{\"content\":{\"text\":\"CANARY\"}}}",
        "\"statusMessage\":{\"message\":\"CANARY\"}",
        "\"statusMessage\":{\"text\":\"CANARY\"}",
        "\"statusMessage\":\"CANARY\"",
        "\"statusMessage\":[\"CANARY\"]",
        "\"outOfOfficeSettings\":{\"message\":\"CANARY\",\"isOutOfOffice\":\"no\"}",
        "\"outOfOfficeSettings\":\"CANARY\"",
        "\"note\":\"{\\\"message\\\":{\\\"content\\\":\\\"CANARY\\\"}}\"",
      })
  void inAnAnswerThatItsSchemaRefuses(String members) throws IOException {
    String presence = String.format(PRESENCE, members.replace("CANARY", CANARY));
    String batch = "{\"value\":[" + presence + "]}";
    assertUnseen(batch, Map.of(Setting.TRACE, List.of("all")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "all"})
  void inAPresenceAlone(String trace) throws IOException {
    String message = "\"statusMessage\":{\"message\":{\"content\":\"" + CANARY + "\"}}";
    assertUnseen(String.format(PRESENCE, message), Map.of(Setting.TRACE, List.of(trace)));
  }

  @Test
  void inItemsBehindThePartOfAnAnswerThatIsKept() throws IOException {
    String message = "\"statusMessage\":{\"message\":{\"content\":\"" + CANARY + "\"}}";
    String items =
        IntStream.range(0, 650)
            .mapToObj(i -> String.format(PRESENCE, message).replace(":7", ":\"v" + i + "\""))
            .collect(Collectors.joining(","));
    ContractResult result = assertUnseen("{\"value\":[" + items + "]}", Map.of());
    List<String> bodies =
        result.violations().stream()
            .map(violation -> violation.exchange().answer().orElseThrow().body())
            .filter(body -> body.contains(" bytes before) "))
            .toList();
    assertFalse(bodies.isEmpty(), "an excerpt is shown");
    assertTrue(bodies.get(0).contains("\"content\":\"(hidden)\""), bodies.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 18, 60, 100, 150, 155})
  void inABodyThatIsCutInTheMiddleOfIt(int after) throws IOException {
    String long_ = "\"statusMessage\":{\"message\":{\"content\":\"" + CANARY + " and more of it ";
    String presence = String.format(PRESENCE, long_ + "x".repeat(200));
    int end = presence.indexOf(CANARY) + CANARY.length() + after;
    assertUnseen(presence.substring(0, end), 500, Map.of());
  }

  @Test
  void inABodyThatIsLongerThanWhatIsKept() throws IOException {
    String presence = String.format(PRESENCE, "\"x\":\"" + "y".repeat(7_800) + "\",%s");
    String long_ = "\"statusMessage\":{\"message\":{\"content\":\"" + CANARY + "x".repeat(9_000);
    assertUnseen(String.format(presence, long_ + "\"}}"), Map.of());
  }

  @Test
  void inWhatIsNoJsonAtAll() throws IOException {
    String presence =
        String.format(PRESENCE, "\"statusMessage\":{\"message\":{\"content\":\"" + CANARY + "\"}}");
    assertUnseen("oops \" and then " + presence, Map.of());
  }

  @Test
  void checksThatPassedLeaveTheirExchangesIfAllAreTraced() throws IOException {
    String refused = "{\"error\":{\"code\":\"x\",\"message\":\"\"}}";
    ContractResult result = assertUnseen(refused, 401, 0, Map.of());
    assertTrue(exchangesOfPassed(result).isEmpty());
    result = assertUnseen(refused, 401, 0, Map.of(Setting.TRACE, List.of("all")));
    assertFalse(exchangesOfPassed(result).isEmpty());
  }

  @Test
  void anyOtherTraceIsRefused() throws IOException {
    ContractResult result =
        new HostileRun(folder)
            .judge("http://127.0.0.1:1", Map.of(Setting.TRACE, List.of("everything")));
    assertEquals("--trace everything: give all or failed", result.reason());
  }

  private static List<Exchange> exchangesOfPassed(ContractResult result) {
    return result.checks().stream()
        .filter(finding -> finding.outcome() == Outcome.PASSED)
        .flatMap(finding -> finding.exchanges().stream())
        .toList();
  }

  private ContractResult assertUnseen(String body, Map<Setting, List<String>> more)
      throws IOException {
    return assertUnseen(body, 0, more);
  }

  private ContractResult assertUnseen(String body, int missing, Map<Setting, List<String>> more)
      throws IOException {
    return assertUnseen(body, 200, missing, more);
  }

  private ContractResult assertUnseen(
      String body, int status, int missing, Map<Setting, List<String>> more) throws IOException {
    int length = body.getBytes(StandardCharsets.UTF_8).length + missing;
    String answer =
        "HTTP/1.1 "
            + status
            + " X\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body;
    var settings = new java.util.EnumMap<Setting, List<String>>(Setting.class);
    settings.put(Setting.ONLY, FEW);
    settings.putAll(more);
    try (RawServer server = RawServer.everywhere(RawServer.says(answer))) {
      ContractResult result = new HostileRun(folder).judge(server.url(), settings);
      assertFalse(result.checks().isEmpty(), result.reason());
      assertEquals(
          List.of(), HostileRun.holding(folder.resolve("out"), "canary"), "files that hold it");
      return result;
    }
  }
}
