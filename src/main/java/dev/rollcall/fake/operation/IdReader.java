package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.world.RequestedIds;
import dev.rollcall.fake.world.Roster;
import dev.rollcall.presence.WriteRules.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the ids of a request for many as they come, without a tree. */
final class IdReader {
  private static final JsonFactory FACTORY = new JsonFactory();

  private IdReader() {}

  /**
   * @param required whether a body without ids is refused
   * @param roster on which they are looked up
   * @throws Refused if the body is not an object with a list of at most {@code limit} GUIDs
   */
  static RequestedIds read(byte[] body, int limit, boolean required, Roster roster) {
    return PlainIds.of(body, limit, roster)
        .orElseGet(() -> RequestedIds.of(parsed(body, limit, required), roster));
  }

  private static List<UUID> parsed(byte[] body, int limit, boolean required) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Refused.unreadable("The body is not a JSON object.");
      }
      List<UUID> ids = List.of();
      boolean seen = false;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = json.currentName().equals("ids");
        JsonToken value = json.nextToken();
        if (!wanted) {
          json.skipChildren();
        } else if (value == JsonToken.START_ARRAY) {
          ids = list(json, limit);
          seen = true;
        } else if (value != JsonToken.VALUE_NULL || required) {
          throw Refused.invalid(Member.IDS.text() + " has to be a list of user ids.");
        }
      }
      if (json.nextToken() != null) {
        throw Refused.unreadable("The body goes on after the JSON object.");
      }
      if (!seen && required) {
        throw Refused.invalid(Member.IDS.text() + " is required.");
      }
      return ids;
    } catch (JacksonException e) {
      throw Refused.unreadable("The body is not JSON.");
    }
  }

  private static List<UUID> list(JsonParser json, int limit) {
    List<UUID> ids = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.VALUE_STRING) {
        throw Refused.invalid("Each of the ids has to be a string.");
      }
      if (ids.size() == limit) {
        throw Refused.invalid("A request can name at most " + limit + " ids.");
      }
      ids.add(
          Guid.of(json.getStringCharacters(), json.getStringOffset(), json.getStringLength())
              .orElseThrow(() -> Refused.invalid("Each of the ids has to be a GUID.")));
    }
    return ids;
  }
}
