package dev.rollcall.load;

/** Measures what a process spends. */
interface EffortMeter {
  /** Forgets what was spent until now. */
  void restart();

  /** What was spent since. */
  Effort spent();
}
