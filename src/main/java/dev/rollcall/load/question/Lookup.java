package dev.rollcall.load.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * One request on its way: what is asked, when it left, and what came back. Used by one thread at a
 * time. A lookup to which {@link #answered} never happens counts as unanswered.
 */
public final class Lookup {
  /** What {@link #answered} says of an answer without fault. */
  public static final String AS_ASKED = "as asked";

  private static final byte[] NOTHING = {};

  private final long index;
  private final Question question;
  private final boolean followUp;
  private final long intendedNanos;
  private final long sentNanos;
  private final LongSupplier nanoTime;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private long answeredNanos;
  private byte[] answer = NOTHING;
  private Optional<Judgement> judgement = Optional.empty();

  public Lookup(
      long index, Question question, long intendedNanos, long sentNanos, LongSupplier nanoTime) {
    this(index, question, false, intendedNanos, sentNanos, nanoTime);
  }

  private Lookup(
      long index,
      Question question,
      boolean followUp,
      long intendedNanos,
      long sentNanos,
      LongSupplier nanoTime) {
    this.index = index;
    this.question = question;
    this.followUp = followUp;
    this.intendedNanos = intendedNanos;
    this.sentNanos = sentNanos;
    this.nanoTime = nanoTime;
  }

  /** Name of the operation, in reports. */
  public String operation() {
    return question.operation();
  }

  /** Below the version segment. */
  public String path() {
    return question.path();
  }

  /** Whether it is sent without a body. */
  public boolean isGet() {
    return question.isGet();
  }

  /** The request's body, JSON. */
  public byte[] body() {
    return question.body().clone();
  }

  /** A GUID of this request, to find it again in the target's logs. */
  public String requestId() {
    return new UUID(intendedNanos, followUp ? ~index : index).toString();
  }

  /** Notes a header of the answer, for whoever wants to know more of it. */
  public void header(String name, String value) {
    headers.put(name, value);
  }

  /**
   * Notes that the answer is there, and judges it, but for its form.
   *
   * @return {@link #AS_ASKED}, or what is wrong in few words
   */
  public String answered(int status, byte[] body) {
    answeredNanos = nanoTime.getAsLong();
    answer = body;
    Judgement judged = question.judge().judge(question.asked(), status, body);
    judgement = Optional.of(judged);
    return judged.summary();
  }

  /** Whether there is an answer that a schema describes. */
  public boolean hasForm() {
    return question.judge().hasForm()
        && judgement.map(judged -> judged.status() == Judgement.OK).orElse(false);
  }

  /** Holds the answer against the schema, which takes its time. */
  public void validate() {
    judgement = Optional.of(judgement().validated(question.judge().violations(answer)));
  }

  /** What is sent when this has succeeded, and leaves now. */
  public Optional<Lookup> next() {
    return judgement().isOk() ? question.then().map(this::following) : Optional.empty();
  }

  private Lookup following(Question then) {
    long now = nanoTime.getAsLong();
    return new Lookup(index, then, true, now, now, nanoTime);
  }

  public Question question() {
    return question;
  }

  public long index() {
    return index;
  }

  /** Whether the plan does not know it: it was sent because another one succeeded. */
  public boolean isFollowUp() {
    return followUp;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] answer() {
    return answer;
  }

  public long intendedNanos() {
    return intendedNanos;
  }

  public long lagMicros() {
    return (sentNanos - intendedNanos) / 1_000;
  }

  public long answeredNanos() {
    return answeredNanos;
  }

  public long latencyMicros() {
    return (answeredNanos - sentNanos) / 1_000;
  }

  public long fromIntendedMicros() {
    return (answeredNanos - intendedNanos) / 1_000;
  }

  public Judgement judgement() {
    return judgement.orElseGet(() -> Judgement.refused(0, question.asked().size()));
  }
}
