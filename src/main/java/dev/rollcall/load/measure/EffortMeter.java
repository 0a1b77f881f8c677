package dev.rollcall.load.measure;

/** Measures what a process spends. */
public interface EffortMeter {
  /** Forgets what was spent until now. */
  void restart();

  /** What was spent since. */
  Effort spent();
}
