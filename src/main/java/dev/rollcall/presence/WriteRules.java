package dev.rollcall.presence;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What holds for every write.
 *
 * @param required the members that a body must have, not null
 * @param refused what a refused write does to the state
 * @param unreadable what a life that is no ISO 8601 duration meets
 * @param ignored the writes that are taken and change nothing: none
 * @param activity which writes count as activity of the sessions that are there
 */
public record WriteRules(
    Set<Member> required,
    Refused refused,
    Unreadable unreadable,
    Set<Class<? extends Write>> ignored,
    Activity activity) {

  /** A member of a body; those of setPresence and its like. */
  public enum Member {
    SESSION_ID("SessionId"),
    AVAILABILITY("Availability"),
    ACTIVITY("Activity"),
    WORK_LOCATION_TYPE("WorkLocationType"),
    IDS("Ids");

    private final String text;

    Member(String text) {
      this.text = text;
    }

    /** The name that a refusal gives it. */
    public String text() {
      return text;
    }
  }

  /** What a refused write does to the state. */
  public enum Refused {
    LEAVES_STATE,
    CHANGES_STATE,
    ENDS_SESSIONS
  }

  /** What a life that is no ISO 8601 duration meets. */
  public enum Unreadable {
    REFUSED,
    TAKEN_AS_ABSENT
  }

  /** Which writes restart the clocks of the sessions that are there. */
  public enum Activity {
    SETTING_THE_SESSION,
    EVERY_WRITE
  }

  static WriteRules documented() {
    return new WriteRules(
        EnumSet.allOf(Member.class),
        Refused.LEAVES_STATE,
        Unreadable.REFUSED,
        Set.of(),
        Activity.SETTING_THE_SESSION);
  }

  /** These rules, with one member no longer required. */
  public WriteRules without(Member member) {
    Set<Member> rest = EnumSet.copyOf(required);
    rest.remove(member);
    return new WriteRules(rest, refused, unreadable, ignored, activity);
  }

  public WriteRules withRefused(Refused value) {
    return new WriteRules(required, value, unreadable, ignored, activity);
  }

  public WriteRules withUnreadable(Unreadable value) {
    return new WriteRules(required, refused, value, ignored, activity);
  }

  /** These rules, with one more kind of write that changes nothing. */
  public WriteRules ignoring(Class<? extends Write> write) {
    Set<Class<? extends Write>> all = new HashSet<>(ignored);
    all.add(write);
    return new WriteRules(required, refused, unreadable, all, activity);
  }

  public WriteRules withActivity(Activity value) {
    return new WriteRules(required, refused, unreadable, ignored, value);
  }
}
