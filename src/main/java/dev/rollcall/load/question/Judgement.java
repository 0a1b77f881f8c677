package dev.rollcall.load.question;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What one request came to.
 *
 * @param status as answered, 0 where no answer came
 * @param items what became of each presence asked for; asked = served + missing + throttled +
 *     failed
 * @param violations differences from the schema
 * @param validated whether the answer was held against the schema
 * @param flaw the first thing that is wrong; empty if nothing is
 */
public record Judgement(
    int status, Items items, int violations, boolean validated, Optional<Flaw> flaw) {
  static final int OK = 200;
  public static final int THROTTLED = 429;

  private static final int FIRST_SERVER_ERROR = 500;

  /** Of an answer that has the expected status. */
  public static Judgement of(Items items, Optional<Flaw> flaw) {
    return new Judgement(OK, items, 0, false, flaw);
  }

  /** Of an answer with another status, or of none. */
  static Judgement refused(int status, int size) {
    Items items =
        status == THROTTLED ? new Items(size, 0, 0, 0, size, 0) : new Items(size, 0, 0, 0, 0, size);
    String kind = status == 0 ? "no answer" : "status " + status;
    return new Judgement(status, items, 0, false, Optional.of(Flaw.of(kind)));
  }

  /** Of an answer that nobody can read. */
  static Judgement unreadable(int size, String kind) {
    return of(new Items(size, 0, 0, 0, 0, size), Optional.of(Flaw.of(kind)));
  }

  /** The same, held against the schema. */
  public Judgement validated(List<Violation> found) {
    Optional<Flaw> first =
        found.stream()
            .findFirst()
            .map(
                each ->
                    new Flaw(
                        "schema violated: " + each.keyword() + " at " + each.pointer(),
                        each.pointer(),
                        each.value()));
    return new Judgement(status, items, found.size(), true, flaw.or(() -> first));
  }

  public boolean isAnswered() {
    return status != 0;
  }

  /** No answer, or one of another kind than asked for, be it for a single presence of many. */
  public boolean isError() {
    return status != OK || items.throttled() + items.failed() > 0;
  }

  /** Whether the target is in trouble, rather than the request. */
  public boolean isBreakdown() {
    return !isAnswered() || status >= FIRST_SERVER_ERROR;
  }

  /** Whether the answer can be read and names others than the asked ids, not all, or one twice. */
  public boolean breaksInvariant() {
    return items.missing() + items.unasked() > 0;
  }

  public boolean isOk() {
    return !isError() && !breaksInvariant() && violations == 0;
  }

  /** What is wrong, in few different words. */
  public String summary() {
    return flaw.map(Flaw::kind).orElse(Lookup.AS_ASKED);
  }
}
