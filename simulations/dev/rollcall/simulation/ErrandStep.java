package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;

import dev.rollcall.load.LoadRun;
import dev.rollcall.load.question.Lookup;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Optional;

/**
 * Step: take the next request, send it, hand it in, and send what follows from its answer: the read
 * after a write.
 */
final class ErrandStep {
  private final LoadRun run;
  private final Endpoint endpoint;

  ErrandStep(LoadRun run) {
    this.run = run;
    this.endpoint = new Endpoint(run);
  }

  ChainBuilder chain() {
    return exec(session -> holding(session, run.next()))
        .exec(stopLoadGeneratorIf(session -> "stopped", session -> run.isStopped()))
        .exec(doIf(ErrandStep::hasSomething).then(sent()))
        .exec(doIf(ErrandStep::hasFollowUp).then(pause(run.settle()), sent()));
  }

  // A request without answer runs no check: only a step after it hears of every one.
  private ChainBuilder sent() {
    return exec(endpoint.request())
        .exec(session -> holding(session, run.done(Endpoint.lookup(session))));
  }

  private static boolean hasSomething(Session session) {
    return session.contains(Endpoint.LOOKUP);
  }

  private static boolean hasFollowUp(Session session) {
    return hasSomething(session) && Endpoint.lookup(session).isFollowUp();
  }

  private static Session holding(Session session, Optional<Lookup> lookup) {
    return lookup
        .map(each -> session.set(Endpoint.LOOKUP, each))
        .orElseGet(() -> session.remove(Endpoint.LOOKUP));
  }
}
