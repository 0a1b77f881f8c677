package dev.rollcall.fake;

import dev.rollcall.presence.Rules;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads of many users' presence: ids are read as a stream, the answer is put together from rendered
 * bytes.
 */
record BatchReads(Rendering rendering) implements Handler {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] TAIL = {']', '}'};

  @Override
  public Answer answer(Call call, World world, Rules rules) {
    call.requireMethod();
    List<String> ids = ids(call.jsonBody());
    if (ids.isEmpty()) {
      throw Refusal.badRequest("[ids]: at least one id is needed.");
    }
    if (ids.size() > rules.mostIds()) {
      throw Refusal.badRequest(
          "[ids]: " + ids.size() + " ids are more than " + rules.mostIds() + ".");
    }
    Set<Account> found = new LinkedHashSet<>();
    for (String id : ids) {
      world.account(id).ifPresent(found::add);
    }
    var body = new ByteArrayOutputStream(256 * found.size() + 160);
    body.writeBytes(head(call));
    boolean first = true;
    for (Account account : found) {
      if (!first) {
        body.write(',');
      }
      first = false;
      body.writeBytes(account.asOthersSeeIt(call.now(), rules, rendering));
    }
    body.writeBytes(TAIL);
    return Answer.json(body.toByteArray());
  }

  private static byte[] head(Call call) {
    String context =
        call.origin() + "/" + call.version() + "/$metadata#Collection(microsoft.graph.presence)";
    return ("{\"@odata.context\":\"" + context + "\",\"value\":[").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> ids(byte[] body) {
    List<String> ids = null;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw Refusal.badRequest("The body has to be a JSON object.");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals("ids");
        parser.nextToken();
        if (wanted) {
          ids = strings(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw Refusal.badRequest("The body is no JSON.");
      }
    } catch (JacksonException e) {
      throw Refusal.badRequest("The body is no JSON.");
    }
    if (ids == null) {
      throw Refusal.badRequest("[ids]: the field is required.");
    }
    return ids;
  }

  private static List<String> strings(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw Refusal.badRequest("[ids]: an array of strings is needed.");
    }
    List<String> strings = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_STRING) {
        throw Refusal.badRequest("[ids]: an array of strings is needed.");
      }
      strings.add(parser.getString());
    }
    return strings;
  }
}
