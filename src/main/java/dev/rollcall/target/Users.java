package dev.rollcall.target;

import java.util.List;
import java.util.Optional;

/**
 * The users of a target that Rollcall may touch. People are never enumerated: they are made here,
 * or named by the user.
 */
public interface Users {

  /**
   * A user whom a check may read. On our fake nobody else has touched it.
   *
   * @throws IllegalStateException if the target lacks {@link Capability#READ}
   */
  String next();

  /** The signed-in user, whom {@code /me} is. */
  Optional<String> me();

  /** Whether this user's presence may be written. */
  boolean mayWrite(String user);

  /** Those who were named. */
  default List<String> listed() {
    return List.of();
  }

  /** Of these users those who may be written. */
  default Users writable() {
    return this;
  }

  /** Whether this user was made for the run, so that nothing need be cleaned up. */
  default boolean isTemporary(String user) {
    return false;
  }

  /** Removes the users that were made. */
  default void release() {}

  /**
   * Users who were named: taken in turn.
   *
   * @param written those of them who may be written
   */
  static Users named(List<String> ids, List<String> written, Optional<String> me) {
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
        return written.stream().anyMatch(user::equalsIgnoreCase);
      }

      @Override
      public List<String> listed() {
        return ids;
      }

      @Override
      public Users writable() {
        return written.isEmpty() ? this : named(written, written, me);
      }
    };
  }
}
