package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes to the JSON of an answer. */
final class Edits {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Edits() {}

  static JsonNode read(Answer answer) {
    return MAPPER.readTree(answer.body());
  }

  /** The JSON of a request. */
  static JsonNode read(byte[] body) {
    return MAPPER.readTree(body);
  }

  /** The answer with its whole body replaced. */
  static Answer whole(Answer answer, UnaryOperator<JsonNode> change) {
    JsonNode after = change.apply(read(answer));
    return answer.withBody(MAPPER.writeValueAsBytes(after));
  }

  /** The answer with its top object changed. */
  static Answer root(Answer answer, Consumer<ObjectNode> change) {
    return whole(
        answer,
        node -> {
          change.accept(node.asObject());
          return node;
        });
  }

  /** The answer with every presence in it changed, be it one or many. */
  static Answer presences(Answer answer, Consumer<ObjectNode> change) {
    return root(
        answer,
        root -> {
          if (root.path("value").isArray()) {
            root.path("value").forEach(item -> change.accept(item.asObject()));
          } else {
            change.accept(root);
          }
        });
  }
}
