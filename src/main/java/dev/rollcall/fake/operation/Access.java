package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Caller;
import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.Route;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.AccessRules;
import dev.rollcall.presence.AccessRules.Guard;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.Deed;
import dev.rollcall.presence.ReadPath;
import dev.rollcall.presence.SetSession;
import dev.rollcall.presence.Write;
import java.util.Optional;
import java.util.UUID;

/** Whom a caller asks for, and whether that caller may. */
record Access(World world) {

  /**
   * The id that a path names, the caller's own where it names nobody.
   *
   * @throws Refused if that is no id, or the caller is nobody
   */
  UUID asked(Call call) {
    Route route = call.route().orElseThrow();
    if (route.path() != ReadPath.ME) {
      return Guid.of(route.user())
          .orElseThrow(() -> Refused.invalid("The user id in the path is no GUID."));
    }
    AccessRules rules = call.rules().access();
    Caller caller = call.from();
    if (caller.isApplication() && rules.has(Guard.NO_ME_FOR_APPLICATIONS)) {
      throw Refused.invalid("An application has no presence of its own; name a user.");
    }
    return rules.has(Guard.ME_IS_THE_CALLER) ? signedIn(caller) : world.me();
  }

  /**
   * The person of that id.
   *
   * @throws Refused if it is nobody's
   */
  User user(UUID id) {
    return world.find(id).orElseThrow(() -> Refused.notFound("There is no user of that id."));
  }

  /** Whether the caller reads a presence of their own. */
  boolean owns(Call call, UUID id) {
    return switch (call.rules().access().owner()) {
      case THE_CALLER -> isCaller(call, id);
      case THE_FIRST_USER -> id.equals(world.me());
      case EVERYBODY -> true;
      case NOBODY -> false;
    };
  }

  /** Why the caller may not read the presence of that id. */
  Optional<Refused> read(Call call, UUID id) {
    return permission(call, isCaller(call, id) ? Deed.READ_OWN : Deed.READ_OTHERS);
  }

  /** Why the caller may not read many presences. */
  Optional<Refused> readMany(Call call) {
    return permission(call, Deed.READ_MANY);
  }

  /** Why the caller may not write to the presence of that id. */
  Optional<Refused> write(Call call, UUID id) {
    Deed deed = call.route().orElseThrow().operation().locates() ? Deed.LOCATE : Deed.WRITE;
    return permission(call, deed).or(() -> anothers(call, id));
  }

  private static Optional<Refused> permission(Call call, Deed deed) {
    return call.from().may(deed, call.rules().access())
        ? Optional.empty()
        : Optional.of(Refused.forbidden(""));
  }

  private Optional<Refused> anothers(Call call, UUID id) {
    boolean refused =
        call.from().kind() == Caller.Kind.DELEGATED
            && !isCaller(call, id)
            && call.rules().access().has(Guard.OTHERS_ARE_NOT_WRITTEN);
    return refused
        ? Optional.of(Refused.anothersPresence(signedIn(call.from()), id))
        : Optional.empty();
  }

  /** Why the caller's program may not touch the session that is meant. */
  Optional<Refused> session(Call call, Write write) {
    AccessRules rules = call.rules().access();
    if (write instanceof SetSession set
        && foreign(call, set.sessionId())
        && rules.has(Guard.SETS_OWN_SESSION)) {
      return Optional.of(Refused.forbidden("SessionId is not the id of the calling application."));
    }
    if (write instanceof ClearSession clear
        && foreign(call, clear.sessionId())
        && rules.has(Guard.CLEARS_OWN_SESSION)) {
      return Optional.of(Refused.notFound("The user has no session of that SessionId."));
    }
    return Optional.empty();
  }

  private static boolean foreign(Call call, Optional<String> sessionId) {
    return call.from()
        .appId()
        .flatMap(own -> sessionId.filter(asked -> !asked.equals(own)))
        .isPresent();
  }

  private boolean isCaller(Call call, UUID id) {
    return !call.from().isApplication() && signedIn(call.from()).equals(id);
  }

  private UUID signedIn(Caller caller) {
    return caller.oid().orElse(world.me());
  }
}
