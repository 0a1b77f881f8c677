package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.javaapi.core.CoreDsl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

/**
 * The plan's moments are those at which Gatling starts its virtual users: else lag means nothing.
 */
class InjectionTest {

  @ParameterizedTest
  @CsvSource({"20,10", "2.5,7", "0.3,10", "7,30", "999,3", "50,300", "2345,4"})
  void thePlanMeansTheMomentsAtWhichGatlingSends(double rate, int seconds) {
    requireSame(new LoadPlan("x", rate, 1, 3, seconds));
  }

  @Test
  void soDoesAPlanWhoseRateVariesOrStops() {
    requireSame(
        Plans.of(
            new Stages(
                List.of(new Stage(5, 45, 20), Stage.constant(0, 5), new Stage(100.5, 0, 7)))));
    requireSame(Plans.of(new Polling(90, Duration.ofSeconds(7), Duration.ofSeconds(2), 30)));
  }

  private static void requireSame(LoadPlan plan) {
    Iterator<FiniteDuration> starts = starts(plan);
    long index = 0;
    while (starts.hasNext()) {
      double off = (starts.next().toNanos() - plan.offsetNanos(index)) / 1e6;
      assertEquals(0, off, 1.0, "milliseconds of request " + index);
      index++;
    }
    assertEquals(plan.allRequests(), index);
  }

  /** As the simulation asks for them, second by second. */
  private static Iterator<FiniteDuration> starts(LoadPlan plan) {
    List<OpenInjectionStep> steps = new ArrayList<>();
    Duration second = Duration.ofSeconds(1);
    for (int i = 0; i < plan.allSeconds(); i++) {
      int users = (int) plan.requestsIn(i);
      steps.add(
          (users == 0 ? CoreDsl.nothingFor(second) : CoreDsl.rampUsers(users).during(second))
              .asScala());
    }
    Collections.reverse(steps);
    Iterator<FiniteDuration> starts = scala.collection.Iterator$.MODULE$.empty();
    for (OpenInjectionStep step : steps) {
      starts = step.chain(starts);
    }
    return starts;
  }
}
