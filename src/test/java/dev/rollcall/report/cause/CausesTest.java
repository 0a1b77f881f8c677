package dev.rollcall.report.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.report.Sample;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What exchanges have in common is said only where they show it. */
class CausesTest {
  private static final String ROOT = "http://h/v1.0";
  private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer ***");

  private final List<Finding> findings = new ArrayList<>();

  @Test
  void readsThatNeverChangeWhateverIsWritten() {
    finding("status 200", set("u1", "Busy/InACall"), read("u1", "u1", "Away/Away"));
    finding("status 200", set("u1", "Away/Away"), read("u1", "u1", "Away/Away"));
    finding("status 200", prefer("u1", "Busy/Busy"), read("u1", "u1", "Away/Away"));
    finding("status 200", set("u1", "Available/Available"), read("u1", "u1", "Away/Away"));
    assertEquals(List.of("Writes are answered with success, but reads never change."), headlines());
    assertEquals(
        "4 writes succeeded, and 4 reads showed on every path one and the same availability and"
            + " activity.",
        causes().get(0).evidence());
    assertEquals(4, causes().get(0).findings());
  }

  @Test
  void oneKindOfWriteThatIsNotSeenIsNotAllOfThem() {
    finding("Busy/Busy", prefer("u1", "Busy/Busy"), read("u1", "u1", "Away/Away"));
    finding("Away/Away", prefer("u1", "Offline/OffWork"), read("u1", "u1", "Away/Away"));
    finding("Away/Away", prefer("u1", "Available/Available"), read("u1", "u1", "Away/Away"));
    assertEquals(List.of(), headlines());
  }

  @Test
  void readsThatChangeOnceAreNotFixed() {
    finding("x", set("u1", "Busy/InACall"), read("u1", "u1", "Away/Away"));
    finding("x", prefer("u1", "Busy/Busy"), read("u1", "u1", "Away/Away"));
    finding("x", set("u1", "Busy/InACall"), read("u1", "u1", "Away/Away"));
    finding("x", read("u1", "u1", "Offline/Offline"));
    assertEquals(List.of(), headlines());
  }

  @Test
  void onePresenceForEverybody() {
    finding("id u1", read("u1", "u9", "Away/Away"), read("u2", "U9", "Away/Away"));
    assertEquals(List.of("Everybody is answered with the same presence."), headlines());
    assertEquals("Reads of 2 different users all gave the id u9.", causes().get(0).evidence());
  }

  @Test
  void theOneWhoWasAskedForIsNoSign() {
    finding("x", read("u1", "u1", "Away/Away"), read("u2", "u2", "Away/Away"));
    finding("x", read("u1", "u1", "Away/Away"), read("u1", "u1", "Away/Away"));
    assertEquals(List.of(), headlines());
  }

  @Test
  void oneBatchForEverybody() {
    finding("x", many("[\"u1\",\"u2\"]", "u1", "u2"), many("[\"u3\"]", "u2", "u1"));
    assertEquals(List.of("Every batch is answered with the same presences."), headlines());
    findings.clear();
    finding("x", many("[\"u1\",\"u2\"]", "u1", "u2"), many("[\"u3\"]", "u3"));
    assertEquals(List.of(), headlines());
  }

  @Test
  void nothingIsRefusedThoughItShould() {
    finding("status 400", set("u1", "Busy/Busy"));
    finding("a refusal (4xx) of it", set("u1", "Offline/Offline"));
    finding("status 400 or 404", set("u1", "x/y"));
    assertEquals(List.of("No request body is ever refused."), headlines());
    finding("status 200", answered("POST", "/users/u1/presence/setPresence", "{}", 400, ENVELOPE));
    assertEquals(List.of(), headlines());
  }

  @Test
  void noTokenIsNeeded() {
    var bare =
        new Exchange(
            new Exchange.Request("GET", ROOT + "/users/u1/presence", Map.of(), ""),
            new Exchange.Response(200, Map.of(), "{}", false),
            1);
    finding("status 401", bare, read("u1", "u1", "Away/Away"));
    assertEquals(List.of("No token is needed."), headlines());
    findings.clear();
    finding("status 401", bare);
    assertEquals(List.of(), headlines(), "a run that sends no token cannot tell");
  }

  @Test
  void everyRequestIsRefused() {
    for (int i = 0; i < 3; i++) {
      finding("x", answered("GET", "/users/u1/presence", "", 401, ENVELOPE));
    }
    assertEquals(List.of("Every request is refused."), headlines());
    assertEquals(
        "All 3 requests with the token were answered with 401.", causes().get(0).evidence());
  }

  @Test
  void anOperationIsNotThere() {
    for (int i = 0; i < 3; i++) {
      finding("x", answered("POST", "/me/presence/setStatusMessage", "{}", 404, ENVELOPE));
    }
    assertEquals(List.of("setStatusMessage is not there."), headlines());
    findings.add(finding("setStatusMessage.ok", "setStatusMessage", Outcome.PASSED, "", List.of()));
    assertEquals(List.of(), headlines(), "a check of it passed, so it is there");
  }

  @Test
  void refusalsWithoutTheDocumentedForm() {
    for (String body : List.of("", "<html>", "{\"error\":\"no\"}")) {
      finding("x", answered("PUT", "/users/u1/presence", "", 405, body));
    }
    assertEquals(List.of("Refusals do not have the documented form."), headlines());
  }

  @Test
  void answersThatAreWebPages() {
    for (int i = 0; i < 3; i++) {
      finding(
          "x",
          new Exchange(
              new Exchange.Request("GET", ROOT + "/me/presence", TOKEN, ""),
              new Exchange.Response(
                  200, Map.of("content-type", "text/html; charset=utf-8"), "<html>", false),
              1));
    }
    assertEquals(List.of("Everything is answered with a web page."), headlines());
  }

  @Test
  void everythingIsRedirected() {
    for (int i = 0; i < 3; i++) {
      finding("x", answered("GET", "/users/u1/presence", "", 302, ""));
    }
    assertEquals(List.of("Everything is redirected."), headlines());
  }

  @Test
  void theTargetFailsAtEverything() {
    for (int i = 0; i < 3; i++) {
      finding("x", answered("GET", "/users/u1/presence", "", 500 + i, ""));
    }
    assertEquals(List.of("The target fails at everything."), headlines());
    assertEquals(
        "All 3 reads of the checks that did not pass were answered with a status of the 5xx class.",
        causes().get(0).evidence());
    finding("x", read("u1", "u1", "Away/Away"));
    assertEquals(List.of("Refusals do not have the documented form."), headlines());
  }

  @Test
  void whatPassedTellsNothing() {
    assertEquals(List.of(), Causes.of(Sample.contract("good")));
  }

  private static final String ENVELOPE = "{\"error\":{\"code\":\"c\",\"message\":\"\"}}";

  private List<String> headlines() {
    return causes().stream().map(Cause::headline).toList();
  }

  private List<Cause> causes() {
    ContractResult any = Sample.contract("good");
    var totals = new LinkedHashMap<Outcome, Integer>();
    findings.forEach(finding -> totals.merge(finding.outcome(), 1, Integer::sum));
    return Causes.of(
        new ContractResult(
            any.format(),
            any.kind(),
            any.startedAt(),
            any.verdict(),
            any.reason(),
            any.target(),
            totals,
            findings,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private void finding(String expected, Exchange... exchanges) {
    String id = "some.check-" + findings.size();
    findings.add(finding(id, "some", Outcome.FAILED, expected, Arrays.asList(exchanges)));
  }

  private static Finding finding(
      String id, String operation, Outcome outcome, String expected, List<Exchange> exchanges) {
    return new Finding(
        id, "v1.0", "Title", operation, "MUST", "DERIVED", "", "", List.of(), outcome, false, "",
        expected, "", "", 1, exchanges);
  }

  private static Exchange read(String asked, String answered, String pair) {
    return answered(
        "GET",
        "/users/" + asked + "/presence",
        "",
        200,
        "{\"id\":\"" + answered + "\"," + members(pair) + "}");
  }

  private static Exchange many(String ids, String... answered) {
    String items = Arrays.stream(answered).map(id -> "{\"id\":\"" + id + "\"}").toList().toString();
    return answered(
        "POST",
        "/communications/getPresencesByUserId",
        "{\"ids\":" + ids + "}",
        200,
        "{\"value\":" + items + "}");
  }

  private static Exchange set(String user, String pair) {
    return answered(
        "POST", "/users/" + user + "/presence/setPresence", "{" + members(pair) + "}", 200, "");
  }

  private static Exchange prefer(String user, String pair) {
    return answered(
        "POST",
        "/users/" + user + "/presence/setUserPreferredPresence",
        "{" + members(pair) + "}",
        200,
        "");
  }

  private static String members(String pair) {
    String[] halves = pair.split("/");
    return "\"availability\":\"" + halves[0] + "\",\"activity\":\"" + halves[1] + "\"";
  }

  private static Exchange answered(
      String method, String path, String body, int status, String answer) {
    return new Exchange(
        new Exchange.Request(method, ROOT + path, TOKEN, body),
        new Exchange.Response(status, Map.of(), answer, false),
        1);
  }
}
