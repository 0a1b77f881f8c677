package dev.rollcall.load.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchJudgeTest {
  private static final String A = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String B = "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
  private static final String C = "33333333-cccc-4ccc-8ccc-cccccccccccc";
  private static final Schemas SCHEMAS = Schemas.bundled("v1.0");

  private final BatchJudge judge = new BatchJudge(new Forms(SCHEMAS, true));

  @Test
  void exactlyTheAskedIdsInAnyOrderAreServed() {
    Judgement judgement = judge(value(presence(B), presence(A)));
    assertTrue(judgement.isOk());
    assertEquals(new Items(2, 2, 0, 0, 0, 0), judgement.items());
    assertEquals(Lookup.AS_ASKED, judgement.summary());
    assertTrue(judgement.validated());
  }

  @Test
  void idsCompareWithoutRegardToCase() {
    Judgement judgement =
        judge.judge(
            List.of(A.toUpperCase(Locale.ROOT), B),
            200,
            bytes(value(presence(A), presence(B.toUpperCase(Locale.ROOT)))));
    assertEquals(new Items(2, 2, 0, 0, 0, 0), judgement.items());
    assertTrue(judgement.isOk());
  }

  @Test
  void aMissingIdIsNotHiddenByTheStatus() {
    Judgement judgement = judge(value(presence(A)));
    assertEquals(new Items(2, 1, 1, 0, 0, 0), judgement.items());
    assertTrue(judgement.breaksInvariant());
    assertFalse(judgement.isError());
    assertEquals("asked ids are missing", judgement.summary());
  }

  @Test
  void aStrangerIsUnasked() {
    Judgement judgement = judge(value(presence(A), presence(B), presence(C)));
    assertEquals(new Items(2, 2, 0, 1, 0, 0), judgement.items());
    assertEquals("ids nobody asked for", judgement.summary());
  }

  @Test
  void aRepeatedIdIsUnaskedTheSecondTime() {
    Judgement judgement = judge(value(presence(A), presence(A)));
    assertEquals(new Items(2, 1, 1, 1, 0, 0), judgement.items());
    assertEquals("asked ids are missing, others are there", judgement.summary());
  }

  @Test
  void aPresenceWithoutIdIsNobodys() {
    Judgement judgement =
        judge(value(presence(A), "{\"availability\":\"Away\",\"activity\":\"Away\"}"));
    assertEquals(new Items(2, 1, 1, 1, 0, 0), judgement.items());
    assertEquals(1, judgement.violations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                       | cannot be read
          <p>no</p>                | cannot be read
          {"value":[               | cannot be read
          {"value":[]} {}          | cannot be read
          []                       | no list of presences
          {}                       | no list of presences
          {"value":3}              | no list of presences
          null                     | no list of presences
          """)
  void anAnswerThatCannotBeReadServesNobodyAndViolatesTheSchema(String body, String summary) {
    Judgement judgement = judge(body);
    assertEquals(new Items(2, 0, 0, 0, 0, 2), judgement.items());
    assertTrue(judgement.violations() > 0);
    assertFalse(judgement.isOk());
    assertFalse(judgement.breaksInvariant());
    assertTrue(judgement.isError());
    assertEquals(summary, judgement.summary());
  }

  @Test
  void aServedPresenceOfTheWrongFormIsAViolation() {
    Judgement judgement = judge(value(presence(A), presence(B).replace("\"Away\"", "3")));
    assertEquals(new Items(2, 2, 0, 0, 0, 0), judgement.items());
    assertTrue(judgement.violations() > 0);
    assertFalse(judgement.isOk());
    assertEquals("schema violated: type at /value/*/activity", judgement.summary());
  }

  @Test
  void ofAnAnswerOnlyTheIdsOfPresencesThemselvesAreRead() {
    String nested =
        presence(B).replace("{\"id\"", "{\"more\":{\"id\":\"x\"},\"list\":[{\"id\":1}],\"id\"");
    Judgement judgement =
        judge.judge(
            List.of(A, B),
            200,
            bytes("{\"other\":{\"value\":[1]}," + value(presence(A), nested, "7").substring(1)));
    assertEquals(new Items(2, 2, 0, 1, 0, 0), judgement.items());
  }

  @Test
  void driftCountsOnOurFakeOnly() {
    String body = value(presence(A), presence(B).replace("Away", "Avaliable"));
    assertTrue(judge(body).violations() > 0);
    Judgement elsewhere = whole(new BatchJudge(new Forms(SCHEMAS, false)), body);
    assertEquals(0, elsewhere.violations());
    assertTrue(elsewhere.isOk());
  }

  @ParameterizedTest
  @CsvSource({"429,2,0", "500,0,2", "503,0,2", "400,0,2", "401,0,2", "204,0,2", "302,0,2"})
  void anotherStatusServesNobody(int status, int throttled, int failed) {
    Judgement judgement =
        judge.judge(List.of(A, B), status, bytes(value(presence(A), presence(B))));
    assertEquals(new Items(2, 0, 0, 0, throttled, failed), judgement.items());
    assertTrue(judgement.isError());
    assertFalse(judgement.validated());
    assertEquals("status " + status, judgement.summary());
  }

  @Test
  void noAnswerIsAnErrorOfEveryItem() {
    Judgement judgement = Judgement.refused(0, 3);
    assertEquals(new Items(3, 0, 0, 0, 0, 3), judgement.items());
    assertTrue(judgement.isError());
    assertFalse(judgement.isAnswered());
    assertEquals("no answer", judgement.summary());
  }

  private Judgement judge(String body) {
    return whole(judge, body);
  }

  /** In both parts, as one after the other happens. */
  private static Judgement whole(BatchJudge judge, String body) {
    byte[] bytes = bytes(body);
    return judge.judge(List.of(A, B), 200, bytes).validated(judge.violations(bytes));
  }

  private static String value(String... presences) {
    return "{\"value\":[" + String.join(",", presences) + "]}";
  }

  private static String presence(String id) {
    return "{\"id\":\"" + id + "\",\"availability\":\"Away\",\"activity\":\"Away\"}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
