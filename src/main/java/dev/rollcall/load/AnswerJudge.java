package dev.rollcall.load;

import dev.rollcall.report.LoadResult.Items;
import dev.rollcall.schema.Schemas;
import dev.rollcall.schema.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges answers to batch lookups: the status, then whether exactly the asked users are in it, then
 * its form. That answered ids are asked ids follows from what the operation means (DERIVED); ids
 * compare without regard to case.
 */
final class AnswerJudge {
  private static final int OK = 200;
  private static final int THROTTLED = 429;
  private static final String SCHEMA = LoadRun.OPERATION + ".response";

  private final Schemas schemas;
  private final boolean driftCounts;

  /**
   * @param driftCounts whether values and members that no page names are violations: on our fake
   *     only
   */
  AnswerJudge(Schemas schemas, boolean driftCounts) {
    this.schemas = schemas;
    this.driftCounts = driftCounts;
  }

  Judgement judge(List<String> asked, int status, byte[] body) {
    int size = asked.size();
    return switch (status) {
      case OK -> judge(asked, body);
      case THROTTLED -> new Judgement(status, new Items(size, 0, 0, 0, size, 0), 0, false);
      default -> new Judgement(status, failed(size), 0, false);
    };
  }

  static Judgement unanswered(List<String> asked) {
    return new Judgement(0, failed(asked.size()), 0, false);
  }

  private Judgement judge(List<String> asked, byte[] body) {
    JsonNode document;
    try {
      document = JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return new Judgement(OK, failed(asked.size()), 1, true);
    }
    JsonNode value = document.path("value");
    Items items = value.isArray() ? compare(asked, value) : failed(asked.size());
    return new Judgement(OK, items, violations(document), true);
  }

  private static Items compare(List<String> asked, JsonNode value) {
    Set<String> open = new HashSet<>(2 * asked.size());
    asked.forEach(id -> open.add(id.toLowerCase(Locale.ROOT)));
    int unasked = 0;
    for (JsonNode presence : value) {
      // An id that is answered twice is nobody's the second time.
      if (!open.remove(presence.path("id").asString("").toLowerCase(Locale.ROOT))) {
        unasked++;
      }
    }
    int missing = open.size();
    return new Items(asked.size(), asked.size() - missing, missing, unasked, 0, 0);
  }

  private int violations(JsonNode document) {
    List<Violation> found = schemas.validate(SCHEMA, document);
    return driftCounts
        ? found.size()
        : (int) found.stream().filter(each -> each.kind() == Violation.Kind.SCHEMA).count();
  }

  private static Items failed(int size) {
    return new Items(size, 0, 0, 0, 0, size);
  }
}
