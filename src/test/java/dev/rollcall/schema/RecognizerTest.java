package dev.rollcall.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.definition.BundledFolder;
import dev.rollcall.definition.Definition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecognizerTest {
  private static final String ID = "'66825e03-7ef5-42da-9069-724602c31f6b'";
  private static final String PRESENCE =
      "{'id':"
          + ID
          + ",'availability':'Busy','activity':'InACall','statusMessage':{'message':"
          + "{'content':'x','contentType':'text'},'expiryDateTime':"
          + "{'dateTime':'2026-08-27T15:00:00.0000000','timeZone':'UTC'},"
          + "'publishedDateTime':'2026-08-27T09:14:22.9411568Z'},"
          + "'outOfOfficeSettings':{'message':null,'isOutOfOffice':false},"
          + "'sequenceNumber':'A0212345678'}";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "getPresence.response",
          PRESENCE,
          "getPresencesByUserId.response",
          "{'@odata.context':'x','value':[%s,%s,{'id':%s}]}".formatted(PRESENCE, PRESENCE, ID),
          "batch.response",
          "{'responses':[{'id':'1','status':200,'headers':{'Content-Type':'x'},'body':%s}]}"
              .formatted(PRESENCE),
          "error",
          "{'error':{'code':'a','message':'b','details':[{'code':'c','message':'d'}],"
              + "'innerError':{'date':'2026-01-01T00:00:00','request-id':'x'}}}",
          "setPresence.request",
          "{'sessionId':%s,'availability':'Busy','activity':'InACall','expirationDuration':'PT1H'}"
              .formatted(ID));

  @Test
  void answersAsTheyAreSentAreRecognized() {
    for (String version : Definition.VERSIONS) {
      for (String schema :
          List.of(
              "getPresence.response", "getPresencesByUserId.response", "batch.response", "error")) {
        assertTrue(
            bundled(version, schema).test(json(ANSWERS.get(schema))), version + " " + schema);
      }
    }
  }

  /** What is reported of a document does not depend on whether it was recognized. */
  @Test
  void whatIsReportedIsTheSameAsInFull() {
    for (String version : Definition.VERSIONS) {
      Schemas schemas = Schemas.bundled(version);
      ANSWERS.forEach(
          (schema, answer) -> {
            Mutations mutations = new Mutations(answer.hashCode());
            int accepted = 0;
            for (int i = 0; i < 1_500; i++) {
              JsonNode document = mutations.of(json(answer));
              var inFull = schemas.validateInFull(schema, document);
              assertEquals(
                  inFull,
                  schemas.validate(schema, document),
                  () -> version + " " + schema + " " + document);
              accepted += inFull.isEmpty() ? 1 : 0;
            }
            assertTrue(accepted > 50 && accepted < 1_450, accepted + " accepted by " + schema);
          });
    }
  }

  @Test
  void formsOfValuesAreToldAsInFull() {
    Schemas schemas = Schemas.bundled("v1.0");
    Mutations mutations = new Mutations(650);
    for (int i = 0; i < 5_000; i++) {
      // One at a time: beside a wrong one, nobody sees what is said of the other.
      String id = "66825e03-7ef5-42da-9069-724602c31f6b";
      String time = "2026-08-27T09:14:22.9411568Z";
      if (i % 2 == 0) {
        id = mutations.changed(id);
      } else {
        time = mutations.changed(time);
      }
      JsonNode document =
          json("{'id':'%s','statusMessage':{'publishedDateTime':'%s'}}".formatted(id, time));
      assertEquals(
          schemas.validateInFull("presence", document),
          schemas.validate("presence", document),
          document::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T00:00:00Z, true",
    "2026-12-31T23:59:59.1234567Z, true",
    "2028-02-29T00:00:00Z, true",
    "2026-02-29T00:00:00Z, false",
    "2026-13-01T00:00:00Z, false",
    "2026-01-01T24:00:00Z, false",
    "2026-01-01T00:60:00Z, false",
    "2026-01-01T00:00:60Z, false",
    "2026-01-01T00:00:00.Z, false",
    "2026-01-01T00:00:00, false",
    "2026-01-01T00:00:00+01:00, false"
  })
  void plainTimesAreThoseInUtc(String time, boolean plain) {
    assertEquals(plain, PlainFormat.isUtcTime(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'maxLength':9}",
        "{'$schema':'http://json-schema.org/draft-07/schema#'}",
        "{'$id':'https://elsewhere.example/x'}",
        "{'$ref':'unknown.schema.json'}",
        "{'$ref':'#/$defs/unknown'}",
        "{'type':'any'}",
        "{'enum':[7]}",
        "{'format':'email'}",
        "{'anyOf':[{'not':{}}]}",
        "{'anyOf':[]}",
        "false",
        "7"
      })
  void whatIsNotKnownIsNotRecognized(String schema) {
    assertFalse(compiled(schema).test(json("'x'")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'patternProperties':{'x':{'type':'string'}}}",
        "{'patternProperties':{'x':false}}",
        "{'additionalProperties':{'type':'string'}}",
        "{'properties':{'x':{'const':'x'}}}",
        "{'minProperties':1}"
      })
  void membersByRulesThatAreNotKnownAreNotRecognized(String schema) {
    assertFalse(compiled(schema).test(json("{'x':'x'}")));
  }

  @Test
  void aSchemaMayReferToItself() {
    Predicate<JsonNode> tree =
        compiled("{'type':'object','properties':{'x':{'$ref':'#'}},'additionalProperties':false}");

    assertTrue(tree.test(json("{'x':{'x':{}}}")));
    assertFalse(tree.test(json("{'x':{'x':{'y':1}}}")));
  }

  private static Predicate<JsonNode> compiled(String schema) {
    String id = "https://rollcall.dev/schemas/x.schema.json";
    return new Recognizer(Map.of(id, schema.replace('\'', '"'))).of(id);
  }

  private static Predicate<JsonNode> bundled(String version, String schema) {
    Map<String, String> texts = new TreeMap<>();
    String base = Schemas.BASE + version + "/";
    BundledFolder.read("schemas/" + version, "error" + SchemaDerivation.ENDING)
        .forEach((file, text) -> texts.put(base + file, text));
    return new Recognizer(texts).of(base + schema + SchemaDerivation.ENDING);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
