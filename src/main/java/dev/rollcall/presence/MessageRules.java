package dev.rollcall.presence;

/**
 * What setting a status message does and who sees which part of it; facts file, sections 2.8 and
 * 3.5.
 *
 * @param html what a text declared as html meets
 * @param renewal what a second message does to the first
 * @param end when a message goes away
 * @param zone how the zone of an expiry is read
 * @param published what the time of publication is taken from
 * @param empty what an empty text does
 * @param effect what a message does to the visible pair
 * @param own what the owner's read shows
 * @param others what another person's read shows
 * @param text what is kept of the text
 */
public record MessageRules(
    Html html,
    Renewal renewal,
    End end,
    Zone zone,
    Published published,
    Empty empty,
    Effect effect,
    Shown own,
    Shown others,
    Text text) {

  /** What a text declared as html meets. */
  public enum Html {
    REFUSED,
    ACCEPTED
  }

  /** What a second message does to the first. */
  public enum Renewal {
    REPLACES_IT,
    FIRST_STAYS,
    KEEPS_EXPIRY,
    KEEPS_PUBLISHED,
    IS_APPENDED
  }

  /** When a message goes away. */
  public enum End {
    AT_ITS_EXPIRY,
    NEVER,
    WITHIN_AN_HOUR,
    WITH_THE_SESSIONS,
    A_MINUTE_LATE,
    A_MINUTE_EARLY
  }

  /** How the zone of an expiry is read. */
  public enum Zone {
    HONOURED,
    TAKEN_AS_UTC
  }

  /** What the time of publication is taken from. */
  public enum Published {
    THE_CALL,
    THE_REQUEST
  }

  /** What an empty text does. */
  public enum Empty {
    CLEARS,
    IS_A_MESSAGE
  }

  /** What a message does to the visible pair. */
  public enum Effect {
    NONE,
    ENDS_SESSIONS,
    ENDS_PREFERENCE
  }

  /** What is kept of the text. */
  public enum Text {
    AS_SENT,
    IN_ASCII,
    A_HUNDRED_CHARACTERS
  }

  /** Which parts of a message a read shows. */
  public enum Shown {
    ALL,
    TEXT,
    TEXT_AND_EXPIRY,
    TEXT_AND_PUBLISHED,
    NOTHING;

    public boolean text() {
      return this != NOTHING;
    }

    public boolean expiry() {
      return this == ALL || this == TEXT_AND_EXPIRY;
    }

    public boolean published() {
      return this == ALL || this == TEXT_AND_PUBLISHED;
    }
  }

  static MessageRules documented() {
    return new MessageRules(
        Html.REFUSED,
        Renewal.REPLACES_IT,
        End.AT_ITS_EXPIRY,
        Zone.HONOURED,
        Published.THE_CALL,
        Empty.CLEARS,
        Effect.NONE,
        Shown.ALL,
        Shown.TEXT,
        Text.AS_SENT);
  }

  public MessageRules withHtml(Html value) {
    return new MessageRules(value, renewal, end, zone, published, empty, effect, own, others, text);
  }

  public MessageRules withRenewal(Renewal value) {
    return new MessageRules(html, value, end, zone, published, empty, effect, own, others, text);
  }

  public MessageRules withEnd(End value) {
    return new MessageRules(
        html, renewal, value, zone, published, empty, effect, own, others, text);
  }

  public MessageRules withZone(Zone value) {
    return new MessageRules(html, renewal, end, value, published, empty, effect, own, others, text);
  }

  public MessageRules withPublished(Published value) {
    return new MessageRules(html, renewal, end, zone, value, empty, effect, own, others, text);
  }

  public MessageRules withEmpty(Empty value) {
    return new MessageRules(html, renewal, end, zone, published, value, effect, own, others, text);
  }

  public MessageRules withEffect(Effect value) {
    return new MessageRules(html, renewal, end, zone, published, empty, value, own, others, text);
  }

  public MessageRules withOwn(Shown value) {
    return new MessageRules(
        html, renewal, end, zone, published, empty, effect, value, others, text);
  }

  public MessageRules withOthers(Shown value) {
    return new MessageRules(html, renewal, end, zone, published, empty, effect, own, value, text);
  }

  public MessageRules withText(Text value) {
    return new MessageRules(html, renewal, end, zone, published, empty, effect, own, others, value);
  }
}
