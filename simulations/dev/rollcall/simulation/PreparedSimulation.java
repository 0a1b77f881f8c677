package dev.rollcall.simulation;

import dev.rollcall.load.LoadRun;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The simulation of a run that was prepared in the same JVM: Gatling takes a class, no object. */
public final class PreparedSimulation extends PresenceLookupSimulation {
  private static final AtomicReference<Optional<LoadRun>> NEXT =
      new AtomicReference<>(Optional.empty());

  public PreparedSimulation() {
    super(NEXT.getAndSet(Optional.empty()).orElseThrow());
  }

  /** Hands over the run that is simulated next. */
  public static void prepare(LoadRun run) {
    NEXT.set(Optional.of(run));
  }
}
