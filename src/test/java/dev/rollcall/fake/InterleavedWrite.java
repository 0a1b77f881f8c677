package dev.rollcall.fake;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A write: where it is sent, what, and what is so after. None lets anything end before the test
 * does.
 */
record InterleavedWrite(String action, String body, InterleavedState after) {
  private static final String PROGRAM = "22553876-f5ab-4529-bffb-cfe50aa89f87";
  private static final List<String> SESSIONS =
      List.of("Busy/InACall", "Busy/InAConferenceCall", "DoNotDisturb/Presenting", "Away/Away");
  private static final List<String> PREFERENCES =
      List.of("Available", "DoNotDisturb", "BeRightBack");

  static InterleavedWrite any(InterleavedState last, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> session(last, oneOf(SESSIONS, random));
      case 2, 3 -> preference(last, oneOf(PREFERENCES, random));
      case 4 -> new InterleavedWrite("clearUserPreferredPresence", "{}", last.withPreferred(""));
      case 5, 6 -> message(last, Integer.toString(random.nextInt(1_000_000)));
      default ->
          last.session().isEmpty() ? session(last, oneOf(SESSIONS, random)) : noSession(last);
    };
  }

  private static String oneOf(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  private static InterleavedWrite session(InterleavedState last, String pair) {
    String[] parts = pair.split("/");
    return new InterleavedWrite(
        "setPresence",
        "{\"sessionId\":\"%s\",\"availability\":\"%s\",\"activity\":\"%s\",\"expirationDuration\":\"PT4H\"}"
            .formatted(PROGRAM, parts[0], parts[1]),
        last.withSession(pair));
  }

  private static InterleavedWrite noSession(InterleavedState last) {
    return new InterleavedWrite(
        "clearPresence", "{\"sessionId\":\"%s\"}".formatted(PROGRAM), last.withSession(""));
  }

  private static InterleavedWrite preference(InterleavedState last, String value) {
    return new InterleavedWrite(
        "setUserPreferredPresence",
        "{\"availability\":\"%s\",\"activity\":\"%s\",\"expirationDuration\":\"P5D\"}"
            .formatted(value, value),
        last.withPreferred(value));
  }

  private static InterleavedWrite message(InterleavedState last, String text) {
    return new InterleavedWrite(
        "setStatusMessage",
        "{\"statusMessage\":{\"message\":{\"content\":\"%s\",\"contentType\":\"text\"}}}"
            .formatted(text),
        last.withMessage(text));
  }
}
