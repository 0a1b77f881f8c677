package dev.rollcall.load;

import dev.rollcall.report.LoadResult.Items;

/**
 * What one request came to.
 *
 * @param status as answered, 0 where no answer came
 * @param items what became of each presence asked for; asked = served + missing + throttled +
 *     failed
 * @param violations differences from the schema
 * @param validated whether the answer was held against the schema
 */
record Judgement(int status, Items items, int violations, boolean validated) {
  private static final int OK = 200;

  boolean isAnswered() {
    return status != 0;
  }

  /** No answer, or one of another kind than asked for. */
  boolean isError() {
    return status != OK;
  }

  /** Whether the answer can be read and names others than the asked ids, not all, or one twice. */
  boolean breaksInvariant() {
    return items.missing() + items.unasked() > 0;
  }

  boolean isOk() {
    return !isError() && !breaksInvariant() && violations == 0;
  }

  /** What is wrong, in few different words, so that equal cases can be counted together. */
  String summary() {
    if (!isAnswered()) {
      return "no answer";
    }
    if (isError()) {
      return "status " + status;
    }
    if (breaksInvariant()) {
      return items.missing() > 0 ? "asked ids are missing" : "ids nobody asked for";
    }
    return violations > 0 ? "schema violated" : Lookup.AS_ASKED;
  }
}
