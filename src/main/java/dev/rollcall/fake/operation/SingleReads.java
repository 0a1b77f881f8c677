package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.Route;
import dev.rollcall.fake.world.PresenceJson;
import dev.rollcall.fake.world.Stencils;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.MessageRules.Shown;
import dev.rollcall.presence.ReadPath;
import dev.rollcall.presence.ReadRules;
import dev.rollcall.presence.Rules;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads of one presence, on the three paths that lead to it. */
final class SingleReads implements Family {
  private final World world;
  private final Access access;
  private final Sight sight;
  private final PresenceJson json;
  private final Stencils stencils;

  SingleReads(World world, PresenceJson json, Stencils stencils) {
    this.world = world;
    this.access = new Access(world);
    this.sight = new Sight(world);
    this.json = json;
    this.stencils = stencils;
  }

  @Override
  public Answer answer(Call call) {
    Route route = call.route().orElseThrow();
    Rules rules = call.rules();
    UUID id = access.asked(call);
    Optional<Refused> denied = access.read(call, id);
    if (denied.isPresent()) {
      throw denied.get();
    }
    if (!route.user().equals(route.user().toLowerCase(Locale.ROOT))
        && call.faults().has(Lapse.CAPITALS_IN_PATH_NOT_FOUND)) {
      throw Refused.notFound("There is no user of that id.");
    }
    User user = access.user(id);
    boolean own = access.owns(call, id);
    byte[] item =
        own || !sight.clear(call, route.path())
            ? json.item(user.id().toString(), sight.of(user, call, route.path()), shown(own, rules))
            : user.item(rules, call.now(), stencils).bytes(user.id());
    if (rules.reads().effect() == ReadRules.Effect.ENDS_SESSIONS) {
      endSessions(user);
    }
    return Answer.presence(PresenceJson.alone(route.version(), context(route, user), item));
  }

  private static Shown shown(boolean own, Rules rules) {
    return own ? rules.messages().own() : rules.messages().others();
  }

  private static String context(Route route, User user) {
    return route.path() == ReadPath.COMMUNICATIONS
        ? "communications/presences/$entity"
        : "users('" + user.id() + "')/presence/$entity";
  }

  private void endSessions(User user) {
    user.facts()
        .sessions()
        .forEach(
            session ->
                user.write(
                    new ClearSession(Optional.of(session.id())),
                    Rules.documented(),
                    world.clock()));
  }
}
