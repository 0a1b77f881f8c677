package dev.rollcall.presence;

import java.util.Optional;

/**
 * What a read shows of somebody who is out of office; facts file, sections 1.3 and 3.6.
 *
 * @param activity when it shows as activity
 * @param flag when the flag shows
 * @param message whether the automatic reply shows
 */
public record OutOfOfficeRules(InActivity activity, Flag flag, Message message) {

  /** When out of office shows as activity. */
  public enum InActivity {
    WHEN_AVAILABLE,
    ALWAYS,
    NEVER
  }

  /** When the flag shows. */
  public enum Flag {
    ALWAYS,
    WHEN_AVAILABLE,
    WITH_A_MESSAGE,
    NEVER
  }

  /** Whether the automatic reply shows. */
  public enum Message {
    SHOWN,
    HIDDEN
  }

  static OutOfOfficeRules documented() {
    return new OutOfOfficeRules(InActivity.WHEN_AVAILABLE, Flag.ALWAYS, Message.SHOWN);
  }

  Pair shown(Pair pair, OutOfOffice outOfOffice) {
    boolean shows =
        outOfOffice.isOutOfOffice()
            && switch (activity) {
              case WHEN_AVAILABLE ->
                  pair.equals(new Pair(Availability.AVAILABLE, Activity.AVAILABLE));
              case ALWAYS -> true;
              case NEVER -> false;
            };
    return shows ? new Pair(pair.availability(), Activity.OUT_OF_OFFICE) : pair;
  }

  OutOfOffice shown(OutOfOffice outOfOffice, Pair pair) {
    boolean shows =
        switch (flag) {
          case ALWAYS -> true;
          case WHEN_AVAILABLE -> pair.availability() == Availability.AVAILABLE;
          case WITH_A_MESSAGE -> outOfOffice.message().isPresent();
          case NEVER -> false;
        };
    return new OutOfOffice(
        outOfOffice.isOutOfOffice() && shows,
        message == Message.SHOWN ? outOfOffice.message() : Optional.empty());
  }

  public OutOfOfficeRules withActivity(InActivity value) {
    return new OutOfOfficeRules(value, flag, message);
  }

  public OutOfOfficeRules withFlag(Flag value) {
    return new OutOfOfficeRules(activity, value, message);
  }

  public OutOfOfficeRules withMessage(Message value) {
    return new OutOfOfficeRules(activity, flag, value);
  }
}
