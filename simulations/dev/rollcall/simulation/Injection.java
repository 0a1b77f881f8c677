package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

import dev.rollcall.load.plan.LoadPlan;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** When Gatling starts its virtual users, each of whom sends one request of the plan. */
final class Injection {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Injection() {}

  /** Second by second, so that any shape is sent as it was planned. */
  static List<OpenInjectionStep> of(LoadPlan plan) {
    return IntStream.range(0, plan.allSeconds())
        .mapToObj(plan::requestsIn)
        .map(users -> users == 0 ? nothingFor(SECOND) : rampUsers(users.intValue()).during(SECOND))
        .toList();
  }
}
