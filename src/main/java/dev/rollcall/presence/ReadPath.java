package dev.rollcall.presence;

/** The ways by which a presence can be asked for. */
public enum ReadPath {
  /** The caller's own, without an id. */
  ME,
  /** Through the directory of users. */
  USERS,
  /** Through the collection of presences. */
  COMMUNICATIONS,
  /** Many at once. */
  BATCH
}
