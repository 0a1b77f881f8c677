package dev.rollcall.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is answered: status, headers and body, before WireMock sends it. */
record Answer(int status, Map<String, String> headers, byte[] body) {
  static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  /** 200 with a JSON body. */
  static Answer json(byte[] body) {
    return new Answer(200, Map.of("Content-Type", JSON, "OData-Version", "4.0"), body);
  }

  /** 200 without a body. */
  static Answer done() {
    return new Answer(200, Map.of(), new byte[0]);
  }

  boolean isError() {
    return status >= 400;
  }

  Answer withStatus(int other) {
    return new Answer(other, headers, body);
  }

  Answer withBody(byte[] other) {
    return new Answer(status, headers, other);
  }

  Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  Answer without(String header) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Answer(status, fewer, body);
  }

  /** The same with its JSON body changed. */
  Answer edited(Consumer<ObjectNode> change) {
    var tree = (ObjectNode) JsonMapper.shared().readTree(body);
    change.accept(tree);
    return withBody(JsonMapper.shared().writeValueAsBytes(tree));
  }
}
