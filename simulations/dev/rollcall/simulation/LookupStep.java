package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.rollcall.load.LoadRun;
import io.gatling.javaapi.core.ChainBuilder;

/** Step: take the next lookup, send it, hand it in. */
final class LookupStep {
  private LookupStep() {}

  static ChainBuilder of(LoadRun run) {
    // A request without answer runs no check: only a step after it hears of every one.
    return exec(session -> session.set(BatchLookup.LOOKUP, run.next()))
        .exec(BatchLookup.of(run))
        .exec(
            session -> {
              run.done(BatchLookup.lookup(session));
              return session;
            });
  }
}
