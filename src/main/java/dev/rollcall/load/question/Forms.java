package dev.rollcall.load.question;

import dev.rollcall.schema.Schemas;
import dev.rollcall.schema.Violation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of a run.
 *
 * @param driftCounts whether values and members that no page names are violations: on our fake only
 */
public record Forms(Schemas schemas, boolean driftCounts) {

  List<Violation> violations(String operation, byte[] body) {
    return counted(schemas.validate(operation + ".response", body));
  }

  List<Violation> violations(String operation, JsonNode document) {
    return counted(schemas.validate(operation + ".response", document));
  }

  private List<Violation> counted(List<Violation> found) {
    return driftCounts
        ? found
        : found.stream().filter(each -> each.kind() == Violation.Kind.SCHEMA).toList();
  }
}
