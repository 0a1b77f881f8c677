package dev.rollcall.contract.model;

import dev.rollcall.definition.Combination;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One user of a service, as a sequence sees it. Writes return the status that came back; pairs are
 * spelled as in the definition, a life that is empty is left out of the request.
 */
public interface Subject {

  /** Whose session it is. */
  enum App {
    OWN,
    OTHER;

    @Override
    public String toString() {
      return this == OWN ? "" : " by the other application";
    }
  }

  /** Where a read goes. */
  enum Path {
    USERS(""),
    COMMUNICATIONS(", read at /communications/presences/{id}"),
    BATCH(", read with getPresencesByUserId");

    private final String text;

    Path(String text) {
      this.text = text;
    }

    /** What is to be said of the read after a step; nothing of the usual one. */
    @Override
    public String toString() {
      return text;
    }
  }

  int setSession(App app, Combination pair, Optional<Duration> life);

  int clearSession(App app);

  int prefer(Combination pair, Optional<Duration> life);

  int clearPreference();

  int say(String text, Optional<Duration> life);

  /** Lets time pass; asked only of a subject whose clock can be moved. */
  void pass(Duration by);

  /**
   * Reads the presence.
   *
   * @param expected what the documentation allows; a subject whose reads may lag behind its writes
   *     reads again until this holds, or until they may lag no more
   */
  Seen read(Path path, Predicate<Seen> expected);
}
