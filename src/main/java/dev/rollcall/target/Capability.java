package dev.rollcall.target;

/**
 * What a target can do. A check that needs what is missing is skipped with the one setting that
 * would meet it.
 */
public enum Capability {
  READ("a user to read: give --test-users ID,ID,... or a token of a signed-in user"),
  WRITE("permission to write: give --allow-writes HOST and --test-users ID,ID,..."),
  CLOCK("a clock that can be moved: only Rollcall's fake has one, run without --target"),
  ME(
      "a signed-in user: give a delegated token in ROLLCALL_TOKEN, or as credentials.user in targets.conf"),
  DELEGATED("a delegated token: give it in ROLLCALL_TOKEN, or as credentials.user in targets.conf"),
  APPLICATION(
      "a token of an application: give it in ROLLCALL_TOKEN, or as credentials.app in targets.conf"),
  SECOND_APP("a second application: give its token as credentials.other-app in targets.conf"),
  SECOND_READER("a second signed-in user: give a token as credentials.other-user in targets.conf"),
  PERMISSIONS(
      "tokens of chosen permissions: only Rollcall's fake takes them, run without --target"),
  BATCH("a target that serves $batch"),
  THROTTLE("a limit that can be set: only Rollcall's fake has one, run without --target"),
  LOCATION(
      "work locations: say in targets.conf that the target has them, capabilities { LOCATION = true }"),
  OUT_OF_OFFICE("a mailbox that can be set: only Rollcall's fake has one, run without --target"),
  WEBHOOK("change notifications, which are not judged yet"),
  BETA("a target that serves the beta version");

  private final String remedy;

  Capability(String remedy) {
    this.remedy = remedy;
  }

  /** What a target needs to gain it, and the setting that gives it. */
  public String remedy() {
    return remedy;
  }
}
