package dev.rollcall.contract;

/** How firmly a promise is made. What merely may be is an observation, not a check. */
public enum Level {
  MUST,
  SHOULD
}
