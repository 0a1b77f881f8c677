package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;

import dev.rollcall.load.LoadPlan;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.List;

/** When Gatling starts its virtual users, each of whom sends one request of the plan. */
final class Injection {
  private Injection() {}

  static List<OpenInjectionStep> of(LoadPlan plan) {
    return List.of(constantUsersPerSec(plan.rate()).during(Duration.ofSeconds(plan.allSeconds())));
  }
}
