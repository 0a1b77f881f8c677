package dev.rollcall.fake.call;

import java.time.Instant;
import java.util.Optional;

/** What a token has to say before anybody listens. */
public enum Auth {
  /** Nothing; one that names permissions is held to them. */
  LENIENT {
    @Override
    public Optional<Refused> refusal(Caller caller, Instant now) {
      return Optional.empty();
    }
  },
  /** Which permissions it carries; and it must not have ended. */
  STRICT {
    @Override
    public Optional<Refused> refusal(Caller caller, Instant now) {
      return switch (caller.kind()) {
        case OPAQUE, UNLIMITED ->
            Optional.of(Refused.badToken("The token carries neither scp nor roles."));
        case DELEGATED, APPLICATION ->
            caller
                .expiry()
                .filter(expiry -> !now.isBefore(expiry))
                .map(expiry -> Refused.badToken("The token ended at " + expiry + "."));
      };
    }
  };

  /**
   * Why nobody listens to that caller.
   *
   * @param now by the clock on the wall, not by the one that tests move
   */
  public abstract Optional<Refused> refusal(Caller caller, Instant now);
}
