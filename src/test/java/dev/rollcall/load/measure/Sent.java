package dev.rollcall.load.measure;

import dev.rollcall.load.question.AnswerJudge;
import dev.rollcall.load.question.BatchJudge;
import dev.rollcall.load.question.Forms;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.load.question.Question;
import dev.rollcall.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Lookups as they would have been sent and answered, at chosen times. */
public final class Sent {
  private static final List<String> ASKED = List.of("a", "b");
  private static final String BOTH = "{\"value\":[{\"id\":\"a\"},{\"id\":\"b\"}]}";
  private static final AnswerJudge ANY_FORM =
      new BatchJudge(
          new Forms(
              Schemas.of(
                  Map.of(
                      "getPresencesByUserId.response.schema.json",
                      "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}")),
              true));

  private Sent() {}

  public static Lookup unanswered(long index, long intendedMillis, long lagMillis) {
    return lookup(index, intendedMillis, lagMillis, 0);
  }

  public static Lookup served(long index, long intendedMillis, long lagMillis, long tookMillis) {
    return answered(index, intendedMillis, lagMillis, tookMillis, 200, BOTH);
  }

  public static Lookup answered(
      long index, long intendedMillis, long lagMillis, long tookMillis, int status, String body) {
    Lookup lookup = lookup(index, intendedMillis, lagMillis, tookMillis);
    lookup.answered(status, body.getBytes(StandardCharsets.UTF_8));
    if (lookup.hasForm()) {
      lookup.validate();
    }
    return lookup;
  }

  private static Lookup lookup(long index, long intendedMillis, long lagMillis, long tookMillis) {
    return new Lookup(
        index,
        Question.of(BatchJudge.OPERATION, "/x", new byte[] {'{', '}'}, ASKED, ANY_FORM),
        nanos(intendedMillis),
        nanos(intendedMillis + lagMillis),
        () -> nanos(intendedMillis + lagMillis + tookMillis));
  }

  private static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
