package dev.rollcall.presence;

import java.util.Set;

/**
 * What a read shows; facts file, sections 3.6 and 3.8.
 *
 * @param mistaken the paths on which a read shows somebody else's state: none
 * @param effect what a read changes
 * @param stamps how the stamp of a version grows
 * @param batchLimit the most ids that one request may name
 * @param repeated what an id named twice gives
 * @param unknown what an id nobody has gives in a request for many
 * @param none what a request for nobody meets
 */
public record ReadRules(
    Set<ReadPath> mistaken,
    Effect effect,
    Stamps stamps,
    int batchLimit,
    Repeated repeated,
    Unknown unknown,
    None none) {

  /** What a read changes. */
  public enum Effect {
    NONE,
    ENDS_SESSIONS
  }

  /** What an id named twice gives. */
  public enum Repeated {
    ONE_ITEM,
    ITEM_EACH
  }

  /** What an id nobody has gives in a request for many. */
  public enum Unknown {
    LEFT_OUT,
    PRESENCE_UNKNOWN,
    REFUSED
  }

  /** What a request for nobody meets. */
  public enum None {
    REFUSED,
    NO_ITEMS
  }

  static ReadRules documented() {
    return new ReadRules(
        Set.of(), Effect.NONE, Stamps.RISE, 650, Repeated.ONE_ITEM, Unknown.LEFT_OUT, None.REFUSED);
  }

  public ReadRules withMistaken(Set<ReadPath> value) {
    return new ReadRules(value, effect, stamps, batchLimit, repeated, unknown, none);
  }

  public ReadRules withEffect(Effect value) {
    return new ReadRules(mistaken, value, stamps, batchLimit, repeated, unknown, none);
  }

  public ReadRules withStamps(Stamps value) {
    return new ReadRules(mistaken, effect, value, batchLimit, repeated, unknown, none);
  }

  public ReadRules withBatchLimit(int value) {
    return new ReadRules(mistaken, effect, stamps, value, repeated, unknown, none);
  }

  public ReadRules withRepeated(Repeated value) {
    return new ReadRules(mistaken, effect, stamps, batchLimit, value, unknown, none);
  }

  public ReadRules withUnknown(Unknown value) {
    return new ReadRules(mistaken, effect, stamps, batchLimit, repeated, value, none);
  }

  public ReadRules withNone(None value) {
    return new ReadRules(mistaken, effect, stamps, batchLimit, repeated, unknown, value);
  }
}
