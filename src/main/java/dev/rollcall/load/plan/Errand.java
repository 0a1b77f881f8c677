package dev.rollcall.load.plan;

import java.util.Locale;

/**
 * What one request of a plan asks for.
 *
 * @param size presences it asks for: 1 to 650 in a batch lookup, 1 to 20 in a bundle, else 1
 */
public record Errand(Kind kind, int size) {

  /** The ways to ask. */
  public enum Kind {
    /** One batch lookup. */
    BATCH,
    /** One presence, of one user. */
    SINGLE,
    /** A {@code $batch} of single lookups. */
    BUNDLE,
    /** A session is set for a user of one's own, whose aggregate is read after. */
    WRITE;

    /** As people write it. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
