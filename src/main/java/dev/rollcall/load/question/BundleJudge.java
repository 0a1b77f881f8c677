package dev.rollcall.load.question;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.StrictJson;
import dev.rollcall.schema.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges answers to a {@code $batch} of single lookups: each part by itself, in whatever order. A
 * part goes by the number of its user, from 1.
 */
record BundleJudge(Forms forms) implements AnswerJudge {
  static final String OPERATION = "batch";
  static final String NO_PARTS = "no list of parts";

  @Override
  public Judgement served(List<String> asked, byte[] body) {
    try {
      JsonNode parts = JsonMapper.shared().readTree(body).path("responses");
      if (!parts.isArray()) {
        return Judgement.unreadable(asked.size(), NO_PARTS);
      }
      Count count = new Count(asked);
      parts.forEach(count::add);
      return count.judgement();
    } catch (JacksonException e) {
      return Judgement.unreadable(asked.size(), BatchJudge.UNREADABLE);
    }
  }

  @Override
  public List<Violation> violations(byte[] body) {
    return StrictJson.read(body)
        .map(this::violationsOfAll)
        .orElseGet(() -> forms.violations(OPERATION, body));
  }

  private List<Violation> violationsOfAll(JsonNode document) {
    List<Violation> found = new ArrayList<>(forms.violations(OPERATION, document));
    document
        .path("responses")
        .valueStream()
        .filter(part -> part.path("status").asInt(0) == Judgement.OK)
        .forEach(part -> found.addAll(violationsOf(part.path("body"))));
    return List.copyOf(found);
  }

  private List<Violation> violationsOf(JsonNode presence) {
    return forms.violations(SingleJudge.OPERATION, presence).stream()
        .map(
            each ->
                new Violation(
                    each.kind(),
                    "/responses/*/body" + each.pointer(),
                    each.schema(),
                    each.keyword(),
                    each.value()))
        .toList();
  }

  /** Goes over the parts of one answer. */
  private static final class Count {
    private final Map<String, String> open = new HashMap<>();
    private final int size;
    private int served;
    private int unasked;
    private int throttled;
    private int failed;
    private Optional<Flaw> flaw = Optional.empty();

    Count(List<String> asked) {
      size = asked.size();
      for (int i = 0; i < size; i++) {
        open.put(Integer.toString(i + 1), asked.get(i));
      }
    }

    void add(JsonNode part) {
      String id = part.path("id").asString("");
      String user = open.get(id);
      int status = part.path("status").asInt(0);
      if (user == null) {
        unasked++;
        note(new Flaw("parts nobody asked for", "/responses/*/id", id));
      } else if (status != Judgement.OK) {
        open.remove(id);
        throttled += status == Judgement.THROTTLED ? 1 : 0;
        failed += status == Judgement.THROTTLED ? 0 : 1;
        note(new Flaw("parts with status " + status, "/responses/*/status", "" + status));
      } else if (SingleJudge.isOf(user, part.path("body"))) {
        open.remove(id);
        served++;
      } else { // stays open: the user is missing
        unasked++;
        String other = part.path("body").path("id").asString("");
        note(new Flaw(SingleJudge.SOMEBODY_ELSE, "/responses/*/body/id", other));
      }
    }

    private void note(Flaw found) {
      flaw = flaw.isPresent() ? flaw : Optional.of(found);
    }

    Judgement judgement() {
      if (!open.isEmpty()) {
        note(Flaw.of("parts are missing"));
      }
      return Judgement.of(new Items(size, served, open.size(), unasked, throttled, failed), flaw);
    }
  }
}
