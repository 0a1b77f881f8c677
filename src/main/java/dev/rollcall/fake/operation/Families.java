package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.world.PresenceJson;
import dev.rollcall.fake.world.Stencils;
import dev.rollcall.fake.world.World;
import java.util.EnumMap;
import java.util.Map;

/** Who answers which operation. */
final class Families {
  private Families() {}

  static Map<GraphOperation, Family> of(World world, Dialect dialect) {
    PresenceJson json = new PresenceJson(dialect);
    Stencils stencils = new Stencils(json);
    Values values = new Values(dialect);
    Family sessions = new Actions(world, new SessionBodies(values));
    Family preferences = new Actions(world, new PreferenceBodies(values));
    Family locations = new Actions(world, new LocationBodies());
    Map<GraphOperation, Family> families = new EnumMap<>(GraphOperation.class);
    families.put(GraphOperation.GET_PRESENCE, new SingleReads(world, json, stencils));
    families.put(GraphOperation.GET_PRESENCES_BY_USER_ID, new BatchReads(world, stencils));
    families.put(GraphOperation.SET_PRESENCE, sessions);
    families.put(GraphOperation.CLEAR_PRESENCE, sessions);
    families.put(GraphOperation.SET_USER_PREFERRED_PRESENCE, preferences);
    families.put(GraphOperation.CLEAR_USER_PREFERRED_PRESENCE, preferences);
    families.put(GraphOperation.SET_STATUS_MESSAGE, new Actions(world, new MessageBodies()));
    GraphOperation.all()
        .filter(GraphOperation::locates)
        .forEach(operation -> families.put(operation, locations));
    return families;
  }
}
