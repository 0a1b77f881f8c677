package dev.rollcall.load.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.plan.Validation;
import dev.rollcall.load.question.AnswerJudge;
import dev.rollcall.load.question.Judgement;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.load.question.Question;
import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final BlockingQueue<Lookup> judged = new LinkedBlockingQueue<>();
  private final AtomicLong now = new AtomicLong();
  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void whoHandsInAnAnswerDoesNotWaitForItsValidation() throws Exception {
    Validator validator = validator(Validation.ALL, 1_000);
    validator.take(lookup(1, 10, () -> await(gate)));
    assertTrue(judged.isEmpty());
    gate.countDown();
    assertTrue(judged.take().judgement().validated());
    assertEquals(0, validator.finish(LONG).missed());
  }

  @Test
  void whatDoesNotFitIsCountedAndNotValidated() {
    Validator validator = validator(Validation.ALL, 25);
    for (int i = 0; i < 5; i++) {
      validator.take(lookup(i, 10, () -> await(gate)));
    }
    assertEquals(3, judged.size());
    judged.forEach(lookup -> assertFalse(lookup.judgement().validated()));
    gate.countDown();
    assertEquals(3, validator.finish(LONG).missed());
    assertEquals(5, judged.size());
  }

  @Test
  void whatIsNotDoneInTimeIsCountedToo() {
    Validator validator = validator(Validation.ALL, 1_000);
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    for (int i = 0; i < threads + 2; i++) {
      validator.take(lookup(i, 10, () -> await(gate)));
    }
    long missed = validator.finish(Duration.ofMillis(1)).missed();
    gate.countDown();
    assertEquals(2, missed);
  }

  @Test
  void theLongestWaitIsTold() throws Exception {
    Validator validator = validator(Validation.ALL, 1_000);
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    for (int i = 0; i < threads; i++) {
      validator.take(lookup(i, 10, () -> await(gate)));
    }
    validator.take(lookup(9, 10, () -> {}));
    now.addAndGet(7_000_000);
    gate.countDown();
    assertTrue(validator.finish(LONG).longestMillis() >= 7);
  }

  @Test
  void aSampleIsEveryTenthByNumberAndNoneIsNone() {
    Validator sample = validator(Validation.SAMPLE, 1_000);
    Validator none = validator(Validation.NONE, 1_000);
    for (int i = 0; i < 30; i++) {
      sample.take(lookup(i, 1, () -> {}));
      none.take(lookup(i, 1, () -> {}));
    }
    assertEquals(0, sample.finish(LONG).missed());
    assertEquals(0, none.finish(LONG).missed());
    assertEquals(60, judged.size());
    assertEquals(
        List.of(0L, 10L, 20L),
        judged.stream()
            .filter(lookup -> lookup.judgement().validated())
            .map(Lookup::index)
            .sorted()
            .toList());
  }

  @Test
  void aDefectOfOursIsNoAnswerThatWasValidated() {
    Validator validator = validator(Validation.ALL, 1_000);
    validator.take(
        lookup(
            1,
            1,
            () -> {
              throw new IllegalStateException("planted");
            }));
    assertEquals(1, validator.finish(LONG).missed());
    assertEquals(1, judged.size());
  }

  private Validator validator(Validation which, long mostBytes) {
    return new Validator(which, mostBytes, now::get, index -> false, judged::add);
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Lookup lookup(long index, int bytes, Runnable whileValidating) {
    AnswerJudge judge =
        new AnswerJudge() {
          @Override
          public Judgement served(List<String> asked, byte[] body) {
            return Judgement.of(new Items(1, 1, 0, 0, 0, 0), Optional.empty());
          }

          @Override
          public List<Violation> violations(byte[] body) {
            whileValidating.run();
            return List.of();
          }
        };
    Lookup lookup =
        new Lookup(index, Question.of("x", "/x", new byte[0], List.of("a"), judge), 0, 0, () -> 0L);
    lookup.answered(200, new byte[bytes]);
    return lookup;
  }
}
