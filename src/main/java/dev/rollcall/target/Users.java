package dev.rollcall.target;

import java.util.List;
import java.util.Optional;

/**
 * The users of a target that Rollcall may touch. People are never enumerated: they are made here,
 * or named by the user.
 */
public interface Users {

  /**
   * A user whom a check may read, and write if the target may be written. On our fake nobody else
   * has touched it.
   *
   * @throws IllegalStateException if the target lacks {@link Capability#READ}
   */
  String next();

  /** The signed-in user, whom {@code /me} is. */
  Optional<String> me();

  /** Whether this user's presence may be written. */
  boolean mayWrite(String user);

  /** Whether this user was made for the run, so that nothing need be cleaned up. */
  default boolean isTemporary(String user) {
    return false;
  }

  /** Removes the users that were made. */
  default void release() {}

  /** Users that were named: taken in turn. */
  static Users named(List<String> ids, Optional<String> me, boolean writable) {
    return new Users() {
      private int taken;

      @Override
      public synchronized String next() {
        if (ids.isEmpty()) {
          return me.orElseThrow(() -> new IllegalStateException(Capability.READ.remedy()));
        }
        return ids.get(taken++ % ids.size());
      }

      @Override
      public Optional<String> me() {
        return me;
      }

      @Override
      public boolean mayWrite(String user) {
        return writable && ids.stream().anyMatch(user::equalsIgnoreCase);
      }
    };
  }
}
