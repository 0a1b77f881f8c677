package dev.rollcall.load;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * One batch lookup on its way: what is asked, when it left, and what came back. Used by one thread
 * at a time. A lookup to which {@link #answered} never happens counts as unanswered.
 */
public final class Lookup {
  /** What {@link #answered} says of an answer without fault. */
  public static final String AS_ASKED = "as asked";

  private final long index;
  private final List<String> asked;
  private final byte[] body;
  private final long intendedNanos;
  private final long sentNanos;
  private final AnswerJudge judge;
  private final LongSupplier nanoTime;
  private long answeredNanos;
  private Optional<Judgement> judgement = Optional.empty();

  Lookup(
      long index,
      List<String> asked,
      byte[] body,
      long intendedNanos,
      long sentNanos,
      AnswerJudge judge,
      LongSupplier nanoTime) {
    this.index = index;
    this.asked = asked;
    this.body = body;
    this.intendedNanos = intendedNanos;
    this.sentNanos = sentNanos;
    this.judge = judge;
    this.nanoTime = nanoTime;
  }

  /** The request's body, JSON. */
  public byte[] body() {
    return body.clone();
  }

  /** A GUID of this request, to find it again in the target's logs. */
  public String requestId() {
    return new UUID(intendedNanos, index).toString();
  }

  /**
   * Notes that the answer is there, and judges it.
   *
   * @return {@link #AS_ASKED}, or what is wrong in few words
   */
  public String answered(int status, byte[] answer) {
    answeredNanos = nanoTime.getAsLong();
    Judgement judged = judge.judge(asked, status, answer);
    judgement = Optional.of(judged);
    return judged.summary();
  }

  /** Name of the requests, in reports. */
  String operation() {
    return LoadRun.OPERATION;
  }

  long index() {
    return index;
  }

  long intendedNanos() {
    return intendedNanos;
  }

  long lagMicros() {
    return (sentNanos - intendedNanos) / 1_000;
  }

  long answeredNanos() {
    return answeredNanos;
  }

  long latencyMicros() {
    return (answeredNanos - sentNanos) / 1_000;
  }

  long fromIntendedMicros() {
    return (answeredNanos - intendedNanos) / 1_000;
  }

  Judgement judgement() {
    return judgement.orElseGet(() -> AnswerJudge.unanswered(asked));
  }
}
