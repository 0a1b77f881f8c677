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

class BundleJudgeTest {
  private static final String A = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String B = "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
  private static final String C = "33333333-cccc-4ccc-8ccc-cccccccccccc";
  private static final List<String> ASKED = List.of(A, B, C);

  private final BundleJudge judge = new BundleJudge(new Forms(Schemas.bundled("v1.0"), true));

  @Test
  void partsMayComeInAnyOrder() {
    Judgement judgement = judge(served(3, C), served(1, A.toUpperCase(Locale.ROOT)), served(2, B));
    assertTrue(judgement.isOk());
    assertEquals(new Items(3, 3, 0, 0, 0, 0), judgement.items());
  }

  @Test
  void aGoodStatusIsNoSuccessOfPartsThatWereThrottled() {
    Judgement judgement = judge(served(1, A), part(2, 429, "{}"), part(3, 503, "{}"));
    assertEquals(new Items(3, 1, 0, 0, 1, 1), judgement.items());
    assertTrue(judgement.isError());
    assertFalse(judgement.isOk());
    assertFalse(judgement.breaksInvariant());
    assertEquals("parts with status 429", judgement.summary());
  }

  @Test
  void aPartThatLacksIsMissing() {
    Judgement judgement = judge(served(1, A), served(3, C));
    assertEquals(new Items(3, 2, 1, 0, 0, 0), judgement.items());
    assertEquals("parts are missing", judgement.summary());
  }

  @Test
  void somebodyElsesPresenceServesNobody() {
    Judgement judgement = judge(served(1, A), served(2, C), served(3, C));
    assertEquals(new Items(3, 2, 1, 1, 0, 0), judgement.items());
    assertEquals("somebody else's presence", judgement.summary());
  }

  @Test
  void aPartTwiceOrWithANumberOfItsOwnIsUnasked() {
    Judgement judgement =
        judge(served(1, A), served(1, A), served(2, B), served(3, C), served(9, A));
    assertEquals(new Items(3, 3, 0, 2, 0, 0), judgement.items());
    assertEquals("parts nobody asked for", judgement.summary());
  }

  @Test
  void whatHasNoPartsFailsThemAll() {
    for (String body : List.of("", "{\"responses\":", "{}", "[]", "{\"responses\":{}}")) {
      Judgement judgement = judge.judge(ASKED, 200, body.getBytes(StandardCharsets.UTF_8));
      assertEquals(new Items(3, 0, 0, 0, 0, 3), judgement.items(), body);
      assertTrue(judgement.isError(), body);
    }
  }

  @Test
  void throttledAsAWholeEachPartIsThrottled() {
    assertEquals(new Items(3, 0, 0, 0, 3, 0), judge.judge(ASKED, 429, new byte[0]).items());
  }

  @Test
  void theFormOfEachServedPartIsSeen() {
    byte[] good = body(served(1, A), part(2, 404, "{\"no\":1}"));
    assertEquals(List.of(), judge.violations(good));
    byte[] bad = body(served(1, A), part(2, 200, "{\"id\":\"" + B + "\",\"activity\":3}"));
    assertEquals("/responses/*/body/activity", judge.violations(bad).get(0).pointer());
  }

  private Judgement judge(String... parts) {
    return judge.judge(ASKED, 200, body(parts));
  }

  private static byte[] body(String... parts) {
    String all = "{\"responses\":[" + String.join(",", parts) + "]}";
    return all.getBytes(StandardCharsets.UTF_8);
  }

  private static String served(int number, String user) {
    return part(
        number, 200, "{\"id\":\"" + user + "\",\"availability\":\"Away\",\"activity\":\"Away\"}");
  }

  private static String part(int number, int status, String body) {
    return "{\"id\":\"" + number + "\",\"status\":" + status + ",\"body\":" + body + "}";
  }
}
