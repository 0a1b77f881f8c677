package dev.rollcall.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {
  private static final String ID = "66825e03-7ef5-42da-9069-724602c31f6b";
  private static final String MANY = "getPresencesByUserId.response";
  private static final Schemas SCHEMAS = Schemas.bundled("v1.0");

  private record Case(String schema, String json, List<String> violations) {}

  private static Case accepted(String schema, String json) {
    return new Case(schema, json, List.of());
  }

  /** The members are those of a presence beside its id. */
  private static Case refused(String members, String... violations) {
    return new Case("presence", "{'id':'" + ID + "'," + members + "}", List.of(violations));
  }

  private static final List<Case> CASES =
      List.of(
          accepted("presence", "{'id':'" + ID + "'}"),
          accepted("getPresence.response", "{'@odata.context':'x','id':'" + ID + "'}"),
          accepted(
              "presence",
              "{'id':'"
                  + ID
                  + "','availability':'DoNotDisturb','activity':'presenting',"
                  + "'availability@odata.type':'#String','@odata.etag':7,'sequenceNumber':null,"
                  + "'outOfOfficeSettings':{'message':null,'isOutOfOffice':false},"
                  + "'statusMessage':{'message':{'content':'x','contentType':'text'},"
                  + "'expiryDateTime':{'dateTime':'9999-12-31T00:00:00.0000000','timeZone':'UTC'},"
                  + "'publishedDateTime':'2026-08-27T09:14:22.9411568Z'}}"),
          accepted(
              "presence",
              "{'id':'"
                  + ID
                  + "','availability':null,'activity':null,'statusMessage':null,"
                  + "'outOfOfficeSettings':null}"),
          accepted(
              "presence",
              "{'id':'" + ID + "','availability':'AvailableIdle','activity':'inactive'}"),
          new Case("presence", "{}", List.of("SCHEMA /id presence.schema.json required ")),
          new Case("presence", "{'id':null}", List.of("SCHEMA /id presence.schema.json type null")),
          new Case(
              "presence", "{'id':'me'}", List.of("SCHEMA /id presence.schema.json format \"me\"")),
          new Case("presence", "[]", List.of("SCHEMA  presence.schema.json type []")),
          new Case("presence", "null", List.of("SCHEMA  presence.schema.json type null")),
          refused(
              "'availability':'Avaliable'",
              "UNKNOWN_VALUE /availability presence.schema.json anyOf \"Avaliable\""),
          refused(
              "'availability':'AVAILABLE'",
              "UNKNOWN_VALUE /availability presence.schema.json anyOf \"AVAILABLE\""),
          refused("'activity':''", "UNKNOWN_VALUE /activity presence.schema.json anyOf \"\""),
          refused(
              "'availability':['Busy']",
              "SCHEMA /availability presence.schema.json type [\"Busy\"]"),
          refused("'activity':3", "SCHEMA /activity presence.schema.json type 3"),
          refused(
              "'mood':{'a':1}",
              "UNKNOWN_MEMBER /mood presence.schema.json additionalProperties {\"a\":1}"),
          refused(
              "'a/b~c':1", "UNKNOWN_MEMBER /a~1b~0c presence.schema.json additionalProperties 1"),
          refused(
              "'outOfOfficeSettings':7",
              "SCHEMA /outOfOfficeSettings outOfOfficeSettings.schema.json type 7"),
          refused(
              "'outOfOfficeSettings':{'isOutOfOffice':'no','since':1}",
              "SCHEMA /outOfOfficeSettings/isOutOfOffice outOfOfficeSettings.schema.json type \"no\"",
              "UNKNOWN_MEMBER /outOfOfficeSettings/since outOfOfficeSettings.schema.json additionalProperties 1"),
          refused(
              "'statusMessage':{'message':{'contentType':'rtf'}}",
              "SCHEMA /statusMessage/message/contentType itemBody.schema.json enum \"rtf\""),
          refused(
              "'statusMessage':{'expiryDateTime':{'timeZone':'UTC'}}",
              "SCHEMA /statusMessage/expiryDateTime/dateTime dateTimeTimeZone.schema.json required "),
          refused(
              "'statusMessage':{'expiryDateTime':{'dateTime':null}}",
              "SCHEMA /statusMessage/expiryDateTime/dateTime dateTimeTimeZone.schema.json type null"),
          refused(
              "'statusMessage':{'publishedDateTime':'2026-08-27T09:14:22'}",
              "SCHEMA /statusMessage/publishedDateTime presenceStatusMessage.schema.json format \"2026-08-27T09:14:22\""),
          refused(
              "'statusMessage':{'message':{'contentType':7}}",
              "SCHEMA /statusMessage/message/contentType itemBody.schema.json type 7"),
          accepted("presence", "{'id':'" + ID + "','workLocation':null}"),
          accepted(
              "presence",
              "{'id':'"
                  + ID
                  + "','workLocation':{'source':'none','workLocationType':'unspecified'}}"),
          refused(
              "'workLocation':{'source':null}",
              "SCHEMA /workLocation/source userWorkLocation.schema.json type null",
              "SCHEMA /workLocation/workLocationType userWorkLocation.schema.json required "),
          refused(
              "'workLocation':{'source':'Manual','workLocationType':'home','placeId':7}",
              "SCHEMA /workLocation/source userWorkLocation.schema.json enum \"Manual\"",
              "SCHEMA /workLocation/workLocationType userWorkLocation.schema.json enum \"home\"",
              "SCHEMA /workLocation/placeId userWorkLocation.schema.json type 7"),
          accepted(MANY, "{'@odata.context':'x','value':[]}"),
          new Case(
              MANY,
              "{}",
              List.of("SCHEMA /value getPresencesByUserId.response.schema.json required ")),
          new Case(
              MANY,
              "{'value':null}",
              List.of("SCHEMA /value getPresencesByUserId.response.schema.json type null")),
          new Case(
              MANY, "{'value':[null]}", List.of("SCHEMA /value/* presence.schema.json type null")),
          accepted("error", "{'error':{'code':'','message':''}}"),
          accepted(
              "error",
              "{'@odata.context':'x','error':{'code':'a','message':'b','target':null,"
                  + "'details':[{'code':'c','message':'d'}],"
                  + "'innerError':{'date':'2026-01-01T00:00:00','request-id':'x','more':{'deep':1}}}}"),
          accepted("error", "{'error':{'code':'a','message':'b','innererror':{'code':'c'}}}"),
          new Case(
              "error",
              "{'error':{'code':null}}",
              List.of(
                  "SCHEMA /error/code publicError.schema.json type null",
                  "SCHEMA /error/message publicError.schema.json required ")),
          new Case(
              "error",
              "{'Message':'x'}",
              List.of(
                  "SCHEMA /error error.schema.json required ",
                  "UNKNOWN_MEMBER /Message error.schema.json additionalProperties \"x\"")),
          accepted(
              "setPresence.request",
              "{'sessionId':'"
                  + ID
                  + "','availability':'Busy','activity':'InACall','expirationDuration':'PT240M'}"),
          accepted(
              "setUserPreferredPresence.request",
              "{'availability':'offline','activity':'OffWork','expirationDuration':'P1D'}"),
          new Case(
              "setPresence.request",
              "{'sessionId':'"
                  + ID
                  + "','availability':'Busy','activity':'Busy','expirationDuration':'1h'}",
              List.of(
                  "SCHEMA /expirationDuration setPresence.request.schema.json format \"1h\"",
                  "SCHEMA  setPresence.request.schema.json anyOf ")),
          new Case(
              "setPresence.request",
              "{'sessionId':'" + ID + "','availability':null,'activity':'Away'}",
              List.of("SCHEMA /availability setPresence.request.schema.json type null")),
          new Case(
              "getPresencesByUserId.request",
              "{'ids':['a',null]}",
              List.of("SCHEMA /ids/* getPresencesByUserId.request.schema.json type null")),
          accepted(
              "setStatusMessage.request",
              "{'statusMessage':{'message':{'content':'x','contentType':'text'}}}"),
          accepted("setManualLocation.request", "{'workLocationType':'office','placeId':'x'}"),
          new Case(
              "setManualLocation.request",
              "{'workLocationType':'unknownFutureValue'}",
              List.of(
                  "SCHEMA /workLocationType setManualLocation.request.schema.json enum \"unknownFutureValue\"")),
          accepted(
              "batch.response",
              "{'responses':[{'id':'1','status':204},{'id':'2','status':404,"
                  + "'headers':{'Content-Type':'application/json','Retry-After':'3'},"
                  + "'body':{'error':{'code':'NotFound','message':''}}}]}"),
          new Case(
              "batch.response",
              "{'responses':[{'id':1,'headers':[]},{'id':'2','status':'200'}],'more':1}",
              List.of(
                  "SCHEMA /responses/*/id batchResponsePart.schema.json type 1",
                  "SCHEMA /responses/*/status batchResponsePart.schema.json required ",
                  "SCHEMA /responses/*/headers batchHeaders.schema.json type []",
                  "SCHEMA /responses/*/status batchResponsePart.schema.json type \"200\"",
                  "UNKNOWN_MEMBER /more batchResponse.schema.json additionalProperties 1")),
          new Case("presence", "{'id':", List.of("SCHEMA  presence.schema.json json {\"id\":")),
          new Case("presence", "", List.of("SCHEMA  presence.schema.json json ")),
          new Case("presence", "{} {}", List.of("SCHEMA  presence.schema.json json {} {}")),
          new Case("error", "<html>", List.of("SCHEMA  error.schema.json json <html>")));

  @ParameterizedTest
  @FieldSource("CASES")
  void everyDifferenceIsReportedOnce(Case each) {
    assertEquals(
        each.violations().stream().sorted().toList(),
        validate(each.schema(), each.json().replace('\'', '"')).stream()
            .map(SchemasTest::words)
            .sorted()
            .toList());
  }

  @Test
  void equalViolationsOfAnArrayAreOne() {
    String items =
        IntStream.range(0, 650)
            .mapToObj(i -> "{\"id\":\"" + ID + "\",\"availability\":\"Avaliable\"}")
            .collect(Collectors.joining(","));

    assertEquals(
        List.of("UNKNOWN_VALUE /value/*/availability presence.schema.json anyOf \"Avaliable\""),
        validate(MANY, "{\"value\":[" + items + "]}").stream().map(SchemasTest::words).toList());
  }

  @Test
  void longValueIsCutWithoutTearingACharacter() {
    String smileys = "😀".repeat(150);
    Violation violation = validate("presence", "{\"id\":\"" + smileys + "\"}").get(0);

    assertEquals("\"" + "😀".repeat(99), violation.value());
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertEquals(
        List.of("UNKNOWN_MEMBER /mood presence.schema.json additionalProperties \"?\""),
        validate("presence", "{\"id\":\"" + ID + "\",\"mood\":\"\\ud800\"}").stream()
            .map(SchemasTest::words)
            .toList());
  }

  @Test
  void manyThreadsGetTheSameVerdict() {
    Set<List<Violation>> verdicts =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> validate("presence", "{\"id\":1,\"availability\":\"x\"}"))
            .collect(Collectors.toSet());

    assertEquals(1, verdicts.size());
    assertEquals(2, verdicts.iterator().next().size());
  }

  @Test
  void deepNestingIsNoJsonForUs() {
    assertEquals("json", validate("error", "[".repeat(100_000)).get(0).keyword());
  }

  @Test
  void bytesAndTreeAreJudgedAlike() {
    String json = "{\"id\":1}";

    assertEquals(
        validate("presence", json),
        SCHEMAS.validate("presence", JsonMapper.shared().readTree(json)));
  }

  @Test
  void bundledSchemasAreThoseOfTheDefinition() {
    for (String version : Definition.VERSIONS) {
      Schemas derived = Schemas.of(SchemaDerivation.derive(Definition.bundled(version)));

      assertEquals(derived.names(), Schemas.bundled(version).names(), version);
    }
    assertTrue(SCHEMAS.names().contains("getPresence.response"), SCHEMAS.names().toString());
  }

  @Test
  void unknownSchemaIsRefusedByName() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> validate("presense", "{}"));

    assertTrue(
        refused.getMessage().startsWith("there is no schema 'presense'; known are batch.request"),
        refused.getMessage());
  }

  @Test
  void spellingsAreThoseOfOpenLists() {
    assertEquals(
        Set.of(Spelling.PASCAL),
        spellings("presence", "{'id':'x','availability':'Away','activity':null}"));
    assertEquals(
        Set.of(Spelling.PASCAL, Spelling.DOCUMENTED),
        spellings(MANY, "{'value':[{'availability':'Away'},{'activity':'away'}]}"));
    assertEquals(
        Set.of(Spelling.DOCUMENTED),
        spellings(
            "getPresence.response",
            "{'availability':'newState','statusMessage':{'message':{'content':'A'}}}"));
    assertEquals(Set.of(), spellings("error", "{'error':{'code':'Away','availability':'Away'}}"));
  }

  private static Set<Spelling> spellings(String schema, String json) {
    return SCHEMAS.spelled(schema, JsonMapper.shared().readTree(json.replace('\'', '"'))).stream()
        .map(Spelled::spelling)
        .collect(Collectors.toSet());
  }

  private static List<Violation> validate(String schema, String json) {
    return SCHEMAS.validate(schema, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String words(Violation violation) {
    return String.join(
        " ",
        violation.kind().name(),
        violation.pointer(),
        violation.schema(),
        violation.keyword(),
        violation.value());
  }
}
