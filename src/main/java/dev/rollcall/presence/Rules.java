package dev.rollcall.presence;

import java.util.function.UnaryOperator;

/**
 * Every number, order, table and decision about presence, as a value: {@link #documented()} is what
 * the pages promise, any other value is a promise broken on purpose. Written by hand and never
 * derived from the definition pages, so that one wrong cell is noticed.
 */
public record Rules(
    FadeRules fade,
    AggregateRules aggregate,
    SessionRules sessions,
    PreferenceRules preferences,
    MessageRules messages,
    WriteRules writes,
    ReadRules reads,
    LocationRules locations,
    OutOfOfficeRules outOfOffice,
    AccessRules access) {

  private static final Rules DOCUMENTED =
      new Rules(
          FadeRules.documented(),
          AggregateRules.documented(),
          SessionRules.documented(),
          PreferenceRules.documented(),
          MessageRules.documented(),
          WriteRules.documented(),
          ReadRules.documented(),
          LocationRules.documented(),
          OutOfOfficeRules.documented(),
          AccessRules.documented());

  /**
   * What the documentation promises; the least surprising choice where it is silent. Always the
   * same object.
   */
  public static Rules documented() {
    return DOCUMENTED;
  }

  public Rules fade(UnaryOperator<FadeRules> change) {
    return new Rules(
        change.apply(fade),
        aggregate,
        sessions,
        preferences,
        messages,
        writes,
        reads,
        locations,
        outOfOffice,
        access);
  }

  public Rules aggregate(UnaryOperator<AggregateRules> change) {
    return new Rules(
        fade,
        change.apply(aggregate),
        sessions,
        preferences,
        messages,
        writes,
        reads,
        locations,
        outOfOffice,
        access);
  }

  public Rules sessions(UnaryOperator<SessionRules> change) {
    return new Rules(
        fade,
        aggregate,
        change.apply(sessions),
        preferences,
        messages,
        writes,
        reads,
        locations,
        outOfOffice,
        access);
  }

  public Rules preferences(UnaryOperator<PreferenceRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        change.apply(preferences),
        messages,
        writes,
        reads,
        locations,
        outOfOffice,
        access);
  }

  public Rules messages(UnaryOperator<MessageRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        preferences,
        change.apply(messages),
        writes,
        reads,
        locations,
        outOfOffice,
        access);
  }

  public Rules writes(UnaryOperator<WriteRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        preferences,
        messages,
        change.apply(writes),
        reads,
        locations,
        outOfOffice,
        access);
  }

  public Rules reads(UnaryOperator<ReadRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        preferences,
        messages,
        writes,
        change.apply(reads),
        locations,
        outOfOffice,
        access);
  }

  public Rules locations(UnaryOperator<LocationRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        preferences,
        messages,
        writes,
        reads,
        change.apply(locations),
        outOfOffice,
        access);
  }

  public Rules outOfOffice(UnaryOperator<OutOfOfficeRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        preferences,
        messages,
        writes,
        reads,
        locations,
        change.apply(outOfOffice),
        access);
  }

  public Rules access(UnaryOperator<AccessRules> change) {
    return new Rules(
        fade,
        aggregate,
        sessions,
        preferences,
        messages,
        writes,
        reads,
        locations,
        outOfOffice,
        change.apply(access));
  }
}
