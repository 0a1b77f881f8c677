package dev.rollcall.load.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.load.measure.Recorder.Figures;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Volume;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RecorderTest {
  // Requests 0 to 9 are the warm-up; 10 to 19 leave in second 0, 20 to 29 in second 1.
  private final LoadPlan plan = new LoadPlan("x", 10, 2, 1, 2);
  private final Recorder recorder = new Recorder(plan, new FixedMeter());

  @Test
  void theWarmUpLeavesNoTrace() {
    recorder.add(Sent.served(0, 0, 400, 900));
    recorder.add(Sent.unanswered(9, 900, 0));
    Figures figures = recorder.figures();
    assertEquals(0, figures.requests());
    assertEquals(List.of(), figures.operations());
    assertEquals(new Lag(0, 0, 0), figures.lag());
    assertEquals(new Volume(0, 0, 0), figures.reached());
  }

  @Test
  void quantilesAreThoseOfTheAnswersInMilliseconds() throws Exception {
    for (int i = 0; i < 20; i++) {
      recorder.add(Sent.served(10 + i, 1_000 + 100 * i, 5, i + 1));
    }
    Operation operation = recorder.figures().operations().get(0);
    assertEquals(1, operation.latencyMillis().min(), 0.01);
    assertEquals(10.5, operation.latencyMillis().mean(), 0.01);
    assertEquals(10, operation.latencyMillis().p50(), 0.01);
    assertEquals(18, operation.latencyMillis().p90(), 0.02);
    assertEquals(19, operation.latencyMillis().p95(), 0.02);
    assertEquals(20, operation.latencyMillis().p99(), 0.02);
    assertEquals(20, operation.latencyMillis().max(), 0.02);
    assertEquals(15, operation.fromIntendedStartMillis().p50(), 0.02);
    assertEquals(25, operation.fromIntendedStartMillis().max(), 0.02);
    Histogram histogram =
        Histogram.decodeFromCompressedByteBuffer(
            ByteBuffer.wrap(Base64.getDecoder().decode(operation.histogram())), 0);
    assertEquals(20, histogram.getTotalCount());
    assertEquals(10_000, histogram.getValueAtPercentile(50), 10);
  }

  @Test
  void lagIsHowLateRequestsLeft() {
    for (int i = 0; i < 20; i++) {
      recorder.add(Sent.served(10 + i, 1_000 + 100 * i, i == 0 ? 300 : 2, 1));
    }
    Lag lag = recorder.figures().lag();
    assertEquals(2, lag.p50(), 0.01);
    assertEquals(300, lag.p99(), 0.3);
    assertEquals(300, lag.max(), 0.3);
  }

  @Test
  void itemsAddUpAndStatusesCountTheUnanswered() {
    recorder.add(Sent.served(10, 1_000, 0, 1));
    recorder.add(
        Sent.answered(11, 1_100, 0, 1, 200, "{\"value\":[{\"id\":\"a\"},{\"id\":\"c\"}]}"));
    recorder.add(Sent.answered(12, 1_200, 0, 1, 429, ""));
    recorder.add(Sent.answered(13, 1_300, 0, 1, 500, "{}"));
    recorder.add(Sent.unanswered(14, 1_400, 0));
    Figures figures = recorder.figures();
    Operation operation = figures.operations().get(0);
    Items items = operation.items();
    assertEquals(new Items(10, 3, 1, 1, 2, 4), items);
    assertEquals(
        items.asked(), items.served() + items.missing() + items.throttled() + items.failed());
    assertEquals(Map.of("200", 2L, "429", 1L, "500", 1L, "none", 1L), operation.statuses());
    assertEquals(5, operation.requests());
    assertEquals(1, operation.ok());
    assertEquals(3, figures.errors());
    assertEquals(1, figures.unanswered());
    assertEquals(1, figures.throttled());
    assertEquals(1, figures.brokenInvariants());
    assertEquals(2, figures.validated());
    assertEquals(new Volume(4, 2, 3), figures.reached());
  }

  @Test
  void theTimelineGoesByTheSecondInWhichARequestWasDue() {
    recorder.add(Sent.served(10, 1_000, 0, 7));
    recorder.add(Sent.served(19, 1_900, 500, 9));
    recorder.add(Sent.unanswered(20, 2_000, 0));
    recorder.add(Sent.answered(21, 2_100, 0, 30, 500, ""));
    assertEquals(
        List.of(new Second(0, 10, 2, 0, 0, 7, 9, ""), new Second(1, 10, 1, 2, 0, 30, 30, "")),
        recorder.figures().timeline().stream().map(RecorderTest::rounded).toList());
  }

  @Test
  void aTargetThatFallsBehindReachesALowerRate() {
    for (int i = 0; i < 20; i++) {
      recorder.add(Sent.served(10 + i, 1_000 + 100 * i, 0, 10 + 105 * i));
    }
    // The last one left at 2.9 s and was answered 2.005 s later: 20 answers in 3.905 s.
    assertEquals(new Volume(20, 5.12, 40), recorder.figures().reached());
  }

  @Test
  void answersWithinThePlansTimeReachWhatWasAsked() {
    for (int i = 0; i < 20; i++) {
      recorder.add(Sent.served(10 + i, 1_000 + 100 * i, 0, 20));
    }
    assertEquals(new Volume(20, 10, 40), recorder.figures().reached());
  }

  @Test
  void whatTheWarmUpCostTheGeneratorIsLeftOut() {
    var meter = new FixedMeter();
    var costly = new Recorder(plan, meter);
    costly.add(Sent.served(0, 0, 0, 1));
    costly.add(Sent.served(9, 900, 0, 1));
    costly.add(Sent.served(10, 1_000, 0, 1));
    assertEquals(2, meter.restarts);
    assertEquals(FixedMeter.SPENT, costly.figures().effort());
  }

  private static Second rounded(Second second) {
    return new Second(
        second.second(),
        second.asked(),
        second.reached(),
        second.errors(),
        second.throttled(),
        Math.rint(second.p50()),
        Math.rint(second.p99()),
        "");
  }

  private static final class FixedMeter implements EffortMeter {
    private static final Effort SPENT = new Effort(2, 0.25, 7, 5);
    private int restarts;

    @Override
    public void restart() {
      restarts++;
    }

    @Override
    public Effort spent() {
      return SPENT;
    }
  }
}
