package dev.rollcall.report.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Sample;
import dev.rollcall.report.ci.Annotations;
import dev.rollcall.report.ci.StepSummary;
import dev.rollcall.report.junit.JUnitReport;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class MaskTest {
  private static final String ADA = "a0000000-0000-4000-8000-00000000ada0";
  private static final String BOB = "b0000000-0000-4000-8000-00000000b0b0";
  private static final String STRANGER = "c0000000-0000-4000-8000-00000000c0c0";
  private static final String SESSION = "22553876-f5ab-4529-bffb-cfe50aa89f87";
  private static final String REQUEST = "7f3c2c1e-5a52-4b0e-9a5c-0d2e3f4a5b6c";

  @Test
  void whatIsMadeOfAMaskedResultIsMasked() {
    ContractResult real = Sample.contract("every-outcome");
    ContractResult masked = Mask.masked(real, List.of());
    String id = "00000000-0000-4000-8000-000000000001";
    Path folder = Path.of("out");
    assertTrue(
        (JUnitReport.of(real) + Annotations.of(real, folder) + StepSummary.of(real)).contains(id));
    assertFalse(
        (JUnitReport.of(masked) + Annotations.of(masked, folder) + StepSummary.of(masked))
            .contains(id));
  }

  @Test
  void knownPeopleAreNumberedInTheGivenOrderAndTheOthersAsTheyAreMet() {
    Exchange masked =
        masked(
            exchange(
                "https://a.example/v1.0/communications/getPresencesByUserId",
                "{\"ids\":[\"" + STRANGER + "\",\"" + BOB + "\"]}",
                "{\"value\":[{\"id\":\"" + BOB + "\"},{\"id\":\"" + STRANGER + "\"}]}"));
    assertEquals("{\"ids\":[\"u3\",\"u2\"]}", masked.request().body());
    assertEquals("{\"value\":[{\"id\":\"u2\"},{\"id\":\"u3\"}]}", body(masked));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1.0/users/" + ADA + "/presence, /v1.0/users/u1/presence",
    "/v1.0/users/" + STRANGER + "/presence/setPresence, /v1.0/users/u3/presence/setPresence",
    "/v1.0/communications/presences/" + BOB + ", /v1.0/communications/presences/u2",
    "/v1.0/users/eve%40corp.example/presence, /v1.0/users/u3/presence",
    "/v1.0/users('" + ADA + "')/presence, /v1.0/users('u1')/presence",
    "/v1.0/users/A0000000-0000-4000-8000-00000000ADA0/presence, /v1.0/users/u1/presence",
    "/v1.0/users/%zz/presence, /v1.0/users/u3/presence",
    "/v1.0/me/presence, /v1.0/me/presence"
  })
  void pathsAreMasked(String path, String masked) {
    Exchange exchange = exchange("https://a.example" + path, "", "");
    assertEquals("https://a.example" + masked, masked(exchange).request().url());
  }

  @Test
  void theContextNamesNobodyEither() {
    String context =
        "{\"@odata.context\":\"https://a/v1.0/$metadata#users('%s')/presence/$entity\"}";
    assertEquals(
        String.format(context, "u1"), maskedBody(String.format(context, ADA)), "a known user");
    assertEquals(
        String.format(context, "u3"), maskedBody(String.format(context, STRANGER)), "a stranger");
  }

  @Test
  void whatPeopleWroteIsHiddenEverywhere() {
    String status =
        "{\"statusMessage\":{\"message\":{\"content\":\"%s\",\"contentType\":\"text\"}}}";
    String written = "At the \\\"Crown\\\" till 5";
    Finding finding =
        masked(
            List.of(exchange("https://a.example/", String.format(status, written), "")),
            "text At the \"Crown\" till 5",
            "text null");
    assertEquals(String.format(status, "(hidden)"), finding.exchanges().get(0).request().body());
    assertEquals("text (hidden)", finding.expected());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"outOfOfficeSettings\":{\"message\":\"ill\",\"isOutOfOffice\":true}}"
            + "|{\"outOfOfficeSettings\":{\"message\":\"(hidden)\",\"isOutOfOffice\":true}}",
        "{\"outOfOfficeSettings\":{\"message\":null,\"isOutOfOffice\":false}}"
            + "|{\"outOfOfficeSettings\":{\"message\":null,\"isOutOfOffice\":false}}",
        "{\"statusMessage\":{\"message\":\"in the wrong form\"}}"
            + "|{\"statusMessage\":{\"message\":\"(hidden)\"}}",
        "{\"error\":{\"code\":\"NotFound\",\"message\":\"No such user.\"}}"
            + "|{\"error\":{\"code\":\"NotFound\",\"message\":\"No such user.\"}}",
      })
  void aMessageIsHiddenUnlessItExplainsAnError(String body, String masked) {
    assertEquals(masked, maskedBody(body));
  }

  @Test
  void anErrorThatNamesPeopleNamesThemNoMore() {
    String error =
        "{\"error\":{\"message\":\"%s may not write for %s, session %s.\",\"innerError\":"
            + "{\"request-id\":\"%s\"}}}";
    String session = "{\"sessionId\":\"" + SESSION + "\"}";
    Exchange masked =
        masked(
            exchange(
                "https://a.example/v1.0/users/" + ADA + "/presence/setPresence",
                session,
                String.format(error, STRANGER, ADA, SESSION, REQUEST)));
    assertEquals(String.format(error, "u3", "u1", SESSION, REQUEST), body(masked));
    assertEquals(session, masked.request().body());
  }

  @Test
  void headersKeepTheRequestIdAndLoseThePeople() {
    Map<String, String> headers = Map.of("request-id", REQUEST, "Location", "/users/" + ADA);
    var exchange =
        new Exchange(
            new Exchange.Request("GET", "https://a.example/", Map.of(), ""),
            new Exchange.Response(201, headers, "", false),
            1);
    assertEquals(
        Map.of("request-id", REQUEST, "Location", "/users/u1"),
        masked(exchange).answer().orElseThrow().headers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>" + ADA + " is away</p>        | <p>u1 is away</p>",
        "{\"id\":\"" + ADA + "\",\"avail    | {\"id\":\"u1\",\"(hidden)",
        "{\"value\":[{\"id\":\"a0000000-00   | {\"value\":[{\"id\":\"(hidden)",
        "{\"content\":\"At the cro          | {\"content\":\"(hidden)",
        "{\"ids\":[\"" + BOB + "\", \"b000  | {\"ids\":[\"u2\", \"(hidden)",
        "{\"a\":1.50, \"a\" : [ true ]}     | {\"a\":1.50, \"a\" : [ true ]}",
      })
  void bodiesThatAreNoJsonAreMaskedAsWell(String body, String masked) {
    assertEquals(masked, maskedBody(body));
  }

  @Test
  void sentencesOfOursNameNobody() {
    Finding finding =
        masked(List.of(), "the presence of " + ADA + ", not of " + BOB, "users/" + STRANGER);
    assertEquals("the presence of u1, not of u2", finding.expected());
    assertEquals("users/u3", finding.actual());
    assertEquals("expected u1", finding.reason());
  }

  @Test
  void aShortWordInThePlaceOfAnIdIsLeftAloneElsewhere() {
    Finding finding =
        masked(
            List.of(exchange("https://a.example/", "{\"ids\":[\"one\"]}", "")),
            "one answer",
            "none");
    assertEquals("{\"ids\":[\"u3\"]}", finding.exchanges().get(0).request().body());
    assertEquals("one answer", finding.expected());
  }

  @ParameterizedTest
  @CsvSource({
    "/id, '\"" + ADA + "\"', '\"u1\"'",
    "/value/*/id, " + BOB + ", u2",
    "/statusMessage/message/content, '\"At lunch\"', (hidden)",
    "/outOfOfficeSettings/message, '\"ill\"', (hidden)",
    "/error/message, '\"Try later.\"', '\"Try later.\"'",
    "/availability, '\"Avaliable\"', '\"Avaliable\"'",
    "'', '{\"id\":\"" + ADA + "\"}', '{\"id\":\"u1\"}'"
  })
  void valuesOfViolationsAreMaskedByTheirPlace(String pointer, String value, String masked) {
    ContractResult result =
        Sample.contract(
            "every-outcome",
            json ->
                json.withArray("violations")
                    .valueStream()
                    .forEach(
                        violation ->
                            ((ObjectNode) violation).put("pointer", pointer).put("value", value)));
    Violation violation = Mask.masked(result, List.of(ADA, BOB)).violations().get(0);
    assertEquals(masked, violation.value());
  }

  @Test
  void allElseStaysAsItWas() {
    ContractResult result = Sample.contract("every-outcome");
    String json = ResultFiles.json(Mask.masked(result, List.of()));
    String first = "00000000-0000-4000-8000-000000000001";
    assertFalse(json.contains(first), "an id is left");
    assertEquals(
        ResultFiles.json(result)
            .replace(first, "u2")
            .replace("00000000-0000-4000-8000-000000000002", "u3")
            .replace("ffffffff-ffff-4fff-8fff-ffffffffffff", "u1")
            .replace("\\\"availa\"", "\\\"(hidden)\""),
        json);
  }

  private static String maskedBody(String body) {
    return body(masked(exchange("https://a.example/", "", body)));
  }

  private static String body(Exchange exchange) {
    return exchange.answer().orElseThrow().body();
  }

  private static Exchange masked(Exchange exchange) {
    return masked(List.of(exchange), "", "").exchanges().get(0);
  }

  private static Finding masked(List<Exchange> exchanges, String expected, String actual) {
    ContractResult one = Sample.ofOutcome(Outcome.STALE);
    Finding f = one.checks().get(0);
    var finding =
        new Finding(
            f.id(),
            f.version(),
            f.title(),
            f.operation(),
            f.level(),
            f.basis(),
            f.clause(),
            f.source(),
            f.needs(),
            f.outcome(),
            f.counts(),
            "expected " + ADA,
            expected,
            actual,
            f.hint(),
            f.millis(),
            exchanges);
    var result =
        new ContractResult(
            one.format(),
            one.kind(),
            one.startedAt(),
            one.verdict(),
            one.reason(),
            one.target(),
            one.totals(),
            List.of(finding),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return Mask.masked(result, List.of(ADA, BOB)).checks().get(0);
  }

  private static Exchange exchange(String url, String request, String response) {
    return new Exchange(
        new Exchange.Request("POST", url, Map.of(), request),
        new Exchange.Response(200, Map.of(), response, false),
        1);
  }
}
