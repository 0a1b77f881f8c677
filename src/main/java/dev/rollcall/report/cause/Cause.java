package dev.rollcall.report.cause;

import java.util.Collection;

/**
 * What several findings of a run have in common, and what is likely behind it.
 *
 * @param headline what is seen, as a sentence
 * @param evidence in figures
 * @param guess what is likely behind it
 * @param findings in how many findings it is seen
 */
public record Cause(String headline, String evidence, String guess, long findings) {

  static Cause of(String headline, String evidence, String guess, Collection<Asked> seen) {
    return new Cause(
        headline,
        evidence,
        guess,
        seen.stream()
            .map(asked -> asked.finding().version() + asked.finding().id())
            .distinct()
            .count());
  }
}
