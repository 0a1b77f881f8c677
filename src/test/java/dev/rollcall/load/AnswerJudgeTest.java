package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.LoadResult.Items;
import dev.rollcall.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJudgeTest {
  private static final String A = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String B = "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
  private static final String C = "33333333-cccc-4ccc-8ccc-cccccccccccc";
  private static final Schemas SCHEMAS = Schemas.bundled("v1.0");

  private final AnswerJudge judge = new AnswerJudge(SCHEMAS, true);

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
            List.of(A.toUpperCase(java.util.Locale.ROOT), B),
            200,
            bytes(value(presence(A), presence(B.toUpperCase(java.util.Locale.ROOT)))));
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
  }

  @Test
  void aPresenceWithoutIdIsNobodys() {
    Judgement judgement =
        judge(value(presence(A), "{\"availability\":\"Away\",\"activity\":\"Away\"}"));
    assertEquals(new Items(2, 1, 1, 1, 0, 0), judgement.items());
    assertEquals(1, judgement.violations());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<p>no</p>", "{\"value\":[", "[]", "{}", "{\"value\":3}", "null"})
  void anAnswerThatCannotBeReadServesNobodyAndViolatesTheSchema(String body) {
    Judgement judgement = judge(body);
    assertEquals(new Items(2, 0, 0, 0, 0, 2), judgement.items());
    assertTrue(judgement.violations() > 0);
    assertFalse(judgement.isOk());
    assertFalse(judgement.breaksInvariant());
    assertEquals("schema violated", judgement.summary());
  }

  @Test
  void aServedPresenceOfTheWrongFormIsAViolation() {
    Judgement judgement = judge(value(presence(A), presence(B).replace("\"Away\"", "3")));
    assertEquals(new Items(2, 2, 0, 0, 0, 0), judgement.items());
    assertTrue(judgement.violations() > 0);
    assertFalse(judgement.isOk());
  }

  @Test
  void driftCountsOnOurFakeOnly() {
    String body = value(presence(A), presence(B).replace("Away", "Avaliable"));
    assertTrue(judge(body).violations() > 0);
    Judgement elsewhere = new AnswerJudge(SCHEMAS, false).judge(List.of(A, B), 200, bytes(body));
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
    Judgement judgement = AnswerJudge.unanswered(List.of(A, B, C));
    assertEquals(new Items(3, 0, 0, 0, 0, 3), judgement.items());
    assertTrue(judgement.isError());
    assertFalse(judgement.isAnswered());
    assertEquals("no answer", judgement.summary());
  }

  private Judgement judge(String body) {
    return judge.judge(List.of(A, B), 200, bytes(body));
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
