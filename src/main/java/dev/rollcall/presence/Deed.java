package dev.rollcall.presence;

/** What a permission can be needed for. */
public enum Deed {
  READ_OWN,
  READ_OTHERS,
  READ_MANY,
  /** Sessions, preference and message, set or cleared. */
  WRITE,
  /** Locations, set or cleared. */
  LOCATE
}
