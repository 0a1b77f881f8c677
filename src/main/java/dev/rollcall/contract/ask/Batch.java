package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Call;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Several requests on their way to {@code $batch}. */
public final class Batch {
  private final ObjectNode root = JsonMapper.shared().createObjectNode();
  private final ArrayNode requests = root.putArray("requests");

  /**
   * Adds a request.
   *
   * @param dependsOn ids of those that have to succeed before it
   */
  public Batch add(String id, Call call, String... dependsOn) {
    ObjectNode request =
        requests.addObject().put("id", id).put("method", call.method()).put("url", call.path());
    if (!call.headers().isEmpty()) {
      ObjectNode headers = request.putObject("headers");
      call.headers().forEach(headers::put);
    }
    if (call.body().length > 0) {
      String body = new String(call.body(), StandardCharsets.UTF_8);
      request.set("body", JsonMapper.shared().readTree(body));
    }
    if (dependsOn.length > 0) {
      ArrayNode ids = request.putArray("dependsOn");
      for (String other : dependsOn) {
        ids.add(other);
      }
    }
    return this;
  }

  String json() {
    return root.toString();
  }
}
