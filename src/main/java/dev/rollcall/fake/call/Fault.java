package dev.rollcall.fake.call;

import java.util.Optional;

/** One promise broken on purpose, as a value with a slug for its name. */
public sealed interface Fault permits RuleFault, Lapse, ShapeFault, WireFault {
  String id();

  /** Which of the three kinds it is of. */
  String family();

  /** The one operation that it spoils; empty when it is about the state behind them. */
  Optional<GraphOperation> operation();

  /** What the fake does while it is on. */
  String description();
}
