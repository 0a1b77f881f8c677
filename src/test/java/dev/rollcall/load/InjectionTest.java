package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatling.core.controller.inject.open.ConstantRateOpenInjection;
import io.gatling.javaapi.core.CoreDsl;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

/**
 * The plan's moments are those at which Gatling starts its virtual users: else lag means nothing.
 */
class InjectionTest {

  @ParameterizedTest
  @CsvSource({"20,10", "2.5,7", "0.3,10", "7,30", "999,3", "50,300"})
  void thePlanMeansTheMomentsAtWhichGatlingSends(double rate, int seconds) {
    var plan = new LoadPlan("x", rate, 1, 3, seconds);
    Iterator<FiniteDuration> starts = starts(rate, plan.allSeconds());
    long index = 0;
    while (starts.hasNext()) {
      double off = (starts.next().toNanos() - plan.offsetNanos(index)) / 1e6;
      assertEquals(0, off, 1.0, "milliseconds of request " + index);
      index++;
    }
    assertEquals(plan.allRequests(), index);
  }

  private static Iterator<FiniteDuration> starts(double rate, int seconds) {
    var step =
        (ConstantRateOpenInjection)
            CoreDsl.constantUsersPerSec(rate).during(Duration.ofSeconds(seconds)).asScala();
    return step.chain(scala.collection.Iterator$.MODULE$.empty());
  }
}
