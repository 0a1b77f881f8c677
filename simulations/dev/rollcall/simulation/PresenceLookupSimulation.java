package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.Proxy;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.rollcall.load.LoadRun;
import dev.rollcall.target.Settings;
import io.gatling.commons.util.GatlingVersion$;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.Map;

/**
 * Requests for presence in an open model. Takes its settings from properties and variables as
 * everything in Rollcall does, and leaves {@code load.json} in the folder of {@code --out}.
 */
public class PresenceLookupSimulation extends Simulation {
  private final LoadRun run;

  public PresenceLookupSimulation() {
    this(LoadRun.open(Settings.ofProcess()));
  }

  /** For a run that was prepared elsewhere. */
  @SuppressWarnings("this-escape") // Gatling wants its set-up in the constructor
  protected PresenceLookupSimulation(LoadRun run) {
    this.run = run;
    setUp(
            scenario("presence of many users")
                .exec(new ErrandStep(run).chain())
                .injectOpen(Injection.of(run.plan())))
        .protocols(protocol(run));
  }

  @Override
  public void before() {
    run.awaitStart();
  }

  @Override
  public void after() {
    try (run) {
      run.finish(Map.of("gatling", GatlingVersion$.MODULE$.ThisVersion().fullVersion()));
    }
  }

  /** No warm-up call to a stranger's site, no redirect, nothing that a browser would add. */
  private static HttpProtocolBuilder protocol(LoadRun run) {
    HttpProtocolBuilder protocol =
        http.disableWarmUp()
            .disableFollowRedirect()
            .disableAutoReferer()
            .disableCaching()
            .shareConnections()
            .userAgentHeader("rollcall");
    return run.proxy()
        .map(proxy -> protocol.proxy(Proxy(proxy.getHostString(), proxy.getPort())))
        .orElse(protocol);
  }
}
