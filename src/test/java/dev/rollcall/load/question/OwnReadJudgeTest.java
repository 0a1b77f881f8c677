package dev.rollcall.load.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnReadJudgeTest {
  private final OwnReadJudge judge =
      new OwnReadJudge(
          new SingleJudge(new Forms(Schemas.bundled("v1.0"), true)),
          new SessionState("Busy", "InACall"));

  @ParameterizedTest
  @CsvSource({
    "aa, Busy, InACall, as asked",
    "AA, busy, inACall, as asked",
    "aa, Away, InACall, the read does not show what was set",
    "aa, Busy, Busy, the read does not show what was set",
    "bb, Busy, InACall, somebody else's presence",
  })
  void aReadShowsWhatWasSet(String user, String availability, String activity, String summary) {
    String body =
        String.format(
            "{\"id\":\"%s\",\"availability\":\"%s\",\"activity\":\"%s\"}",
            user, availability, activity);
    Judgement judgement = judge.judge(List.of("aa"), 200, body.getBytes(StandardCharsets.UTF_8));
    assertEquals(summary, judgement.summary());
    assertEquals(summary.equals(Lookup.AS_ASKED), judgement.isOk());
    assertEquals(!summary.equals(Lookup.AS_ASKED), judgement.breaksInvariant());
  }

  @ParameterizedTest
  @CsvSource({"[], no presence", "{, cannot be read", "'', no presence"})
  void whatCannotBeReadIsAnError(String body, String summary) {
    Judgement judgement = judge.judge(List.of("aa"), 200, body.getBytes(StandardCharsets.UTF_8));
    assertTrue(judgement.isError());
    assertEquals(summary, judgement.summary());
  }
}
