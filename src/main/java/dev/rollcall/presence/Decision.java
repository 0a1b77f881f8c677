package dev.rollcall.presence;

/** Every documented decision as an enum of its own, whose first constant is what is documented. */
public sealed interface Decision {

  /** Which sessions fade. */
  enum Fading implements Decision {
    AVAILABLE_ONLY,
    BUSY_TOO,
    NONE
  }

  /** Whether what has a due time ends then. */
  enum SessionEnd implements Decision {
    WHEN_DUE,
    NEVER
  }

  /** Whether a preference ends when it is due. */
  enum PreferenceEnd implements Decision {
    WHEN_DUE,
    NEVER
  }

  /** When a status message ends. */
  enum MessageEnd implements Decision {
    WHEN_DUE,
    NEVER,
    /** Also without an expiry, after a day. */
    AFTER_A_DAY
  }

  /** Which of several sessions shows. */
  enum Winner implements Decision {
    HIGHEST_RANK,
    FIRST_SET,
    LATEST_SET
  }

  /** Where the visible pair comes from. */
  enum PairSource implements Decision {
    ONE_SESSION,
    /** Availability of the winner, activity of the session set last. */
    MIXED
  }

  /** When a preference shows. */
  enum PreferenceScope implements Decision {
    WITH_A_SESSION,
    ALWAYS,
    NEVER
  }

  /** What becomes of a preference that is set while there is no session. */
  enum PreferenceAlone implements Decision {
    KEPT,
    DROPPED
  }

  /** What a second preference does. */
  enum PreferenceAgain implements Decision {
    REPLACES,
    IGNORED
  }

  /** What clearing a preference does. */
  enum PreferenceClear implements Decision {
    CLEARS,
    IGNORED,
    /** As it should, but refused when there is none. */
    NEEDS_ONE
  }

  /** What clearing a session removes. */
  enum SessionClear implements Decision {
    THAT_SESSION,
    NOTHING,
    ALL_SESSIONS,
    PREFERENCE_TOO
  }

  /** How clearing a session that is not there ends. */
  enum UnknownSession implements Decision {
    NOT_FOUND,
    ACCEPTED
  }

  /** What setting a session anew restarts. */
  enum Renewal implements Decision {
    STATE_FADE_AND_EXPIRY,
    /** The old expiry stays. */
    STATE_AND_FADE,
    /** The old time-out goes on. */
    STATE_AND_EXPIRY,
    NOTHING,
    /** The session is gone instead. */
    ENDS_THE_SESSION
  }

  /** Whether applications have sessions of their own. */
  enum Applications implements Decision {
    SEPARATE,
    LAST_ONE_REPLACES
  }

  /** Whether setting a session has an effect. */
  enum SetEffect implements Decision {
    SHOWS,
    NONE
  }

  /** What a refused write leaves. */
  enum RefusedWrite implements Decision {
    STATE_AS_IT_WAS,
    /** All sessions are gone. */
    NO_SESSION
  }

  /** Which pairs are accepted. */
  enum Pairs implements Decision {
    LISTED,
    ANY
  }

  /** Which durations are accepted. */
  enum Durations implements Decision {
    IN_RANGE,
    ANY
  }

  /** Whether a session id has to be given. */
  enum SessionId implements Decision {
    REQUIRED,
    OPTIONAL
  }

  /** Whether availability and activity have to be given. */
  enum PairMembers implements Decision {
    REQUIRED,
    OPTIONAL
  }

  /** What setting a status message does. */
  enum MessageWrite implements Decision {
    REPLACES,
    KEEPS_THE_FIRST,
    HAS_NO_EFFECT,
    /** Also sets the user busy. */
    SETS_BUSY_TOO
  }

  /** What is done with a message of type html. */
  enum Html implements Decision {
    REFUSED,
    KEPT_AS_HTML
  }

  /** Who sees when a message was published and when it expires. */
  enum MessageDates implements Decision {
    OWNER_ONLY,
    EVERYBODY
  }

  /** Where the time of publication comes from. */
  enum Published implements Decision {
    CLOCK,
    REQUEST
  }

  /** How the version stamp moves. */
  enum Stamp implements Decision {
    GROWS,
    FALLS,
    STANDS_STILL
  }

  /** Whose presence a read shows. */
  enum Subject implements Decision {
    USER_ASKED_FOR,
    ANOTHER_USER
  }
}
