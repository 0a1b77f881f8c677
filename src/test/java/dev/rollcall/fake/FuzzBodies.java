package dev.rollcall.fake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bodies as clients send them, and spoilt in ways that clients spoil them. */
final class FuzzBodies {
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<=[:\\[,])\\s*(\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+|true|false|null|\\{[^{}]*})");
  private static final Pattern MEMBER = Pattern.compile("\"\\w+\":(\"[^\"]*\"|-?\\d+|\\[\\])");
  private static final int HUGE = 10_000_000;

  private static final List<String> ACTIONS =
      List.of(
          """
          {"sessionId":"22553876-f5ab-4529-bffb-cfe50aa89f87","availability":"Available","activity":"Available","expirationDuration":"PT1H"}""",
          """
          {"sessionId":"22553876-f5ab-4529-bffb-cfe50aa89f87","availability":"Busy","activity":"InACall"}""",
          """
          {"sessionId":"22553876-f5ab-4529-bffb-cfe50aa89f87"}""",
          """
          {"availability":"DoNotDisturb","activity":"DoNotDisturb","expirationDuration":"PT8H"}""",
          """
          {"statusMessage":{"message":{"content":"Back at two","contentType":"text"},"expiryDateTime":{"dateTime":"2027-06-01T17:00:00","timeZone":"UTC"}}}""",
          """
          {"workLocationType":"office","placeId":"eb706f15-137e-4722-b4d1-b601481d9251"}""",
          """
          {"updateLocation":"remote"}""",
          "{}");

  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "0",
          "-1",
          "1e999999",
          "-0.0e-0",
          "9".repeat(900),
          "9".repeat(2_000),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800x\"",
          "\"\\ud83d\\ude00\"",
          "\"é\"",
          "\"P99999999999999999999D\"",
          "\"PT-1S\"",
          "\"-PT5M\"",
          "\"PT0.0000000001S\"",
          "\"0000-01-01T00:00:00\"",
          "\"9999-12-31T23:59:59.999999999\"",
          "\"2027-02-30T00:00:00\"",
          "\"+18:00\"",
          "\"GMT0\"",
          "\"../../etc\"",
          "\"<script>\"",
          "[null]",
          "[\"00000000-0000-0000-0000-000000000000\"]",
          "{\"message\":{\"content\":{\"content\":1}}}",
          "{\"dateTime\":\"2027-01-01T00:00:00\",\"timeZone\":\"\\ud800\"}",
          "NaN",
          "Infinity",
          "'single'",
          "undefined");

  private final SplittableRandom random;
  private final List<String> users;

  FuzzBodies(SplittableRandom random, List<String> users) {
    this.random = random;
    this.users = users;
  }

  byte[] action() {
    return spoilt(pick(ACTIONS));
  }

  byte[] ids() {
    StringBuilder ids = new StringBuilder("{\"ids\":[");
    int count = random.nextInt(10) == 0 ? 640 + random.nextInt(20) : random.nextInt(8);
    for (int i = 0; i < count; i++) {
      ids.append(i == 0 ? "\"" : ",\"").append(pick(users)).append('"');
    }
    return spoilt(ids.append("]}").toString());
  }

  /** Several requests as one. */
  byte[] bundle(int depth) {
    return spoilt(bundleText(depth));
  }

  private String bundleText(int depth) {
    int count = random.nextInt(12) == 0 ? 19 + random.nextInt(4) : 1 + random.nextInt(4);
    StringBuilder parts = new StringBuilder("{\"requests\":[");
    for (int i = 0; i < count; i++) {
      parts.append(i == 0 ? "" : ",").append(part(i, count, depth));
    }
    return parts.append("]}").toString();
  }

  private String part(int number, int count, int depth) {
    String user = pick(users);
    String id = "\"id\":\"" + (random.nextInt(20) == 0 ? 0 : number) + "\"";
    String needs =
        random.nextInt(4) == 0 ? ",\"dependsOn\":[\"" + random.nextInt(count) + "\"]" : "";
    String declared = ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":";
    String rest =
        switch (random.nextInt(depth > 0 ? 6 : 5)) {
          case 0 -> "\"method\":\"GET\",\"url\":\"/me/presence\"";
          case 1 -> "\"method\":\"GET\",\"url\":\"/users/" + user + "/presence\"";
          case 2 ->
              "\"method\":\"POST\",\"url\":\"/communications/getPresencesByUserId\""
                  + declared
                  + "{\"ids\":[\""
                  + user
                  + "\"]}";
          case 3, 4 ->
              "\"method\":\"POST\",\"url\":\"/users/"
                  + user
                  + "/presence/"
                  + pick(FuzzRequests.ACTIONS)
                  + "\""
                  + declared
                  + pick(ACTIONS);
          default -> "\"method\":\"POST\",\"url\":\"/$batch\"" + declared + bundleText(depth - 1);
        };
    return "{" + id + needs + "," + rest + "}";
  }

  private byte[] spoilt(String text) {
    String body = text;
    int times = random.nextInt(4);
    for (int i = 0; i < times; i++) {
      body = pick(TEXTS).apply(this, body);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flipped(bytes);
      case 2 -> random.nextInt(4) == 0 ? body.getBytes(StandardCharsets.UTF_16) : bytes;
      default -> bytes;
    };
  }

  private interface Change {
    String apply(FuzzBodies bodies, String text);
  }

  private static final List<Change> TEXTS =
      List.of(
          (bodies, text) -> bodies.replaced(VALUE, text, value -> bodies.pick(ODD)),
          (bodies, text) -> bodies.replaced(VALUE, text, value -> bodies.pick(ODD)),
          (bodies, text) -> bodies.replaced(VALUE, text, value -> "[" + value + "]"),
          (bodies, text) -> bodies.replaced(VALUE, text, bodies::nested),
          (bodies, text) -> bodies.replaced(VALUE, text, bodies::inflated),
          (bodies, text) -> bodies.replaced(MEMBER, text, member -> member + "," + member),
          (bodies, text) -> bodies.replaced(MEMBER, text, member -> "\"\\ud800\":1"),
          (bodies, text) -> bodies.replaced(MEMBER, text, member -> "\"\":1"),
          (bodies, text) ->
              bodies.replaced(MEMBER, text, member -> member.toUpperCase(Locale.ROOT)),
          (bodies, text) -> text + bodies.pick(List.of("{}", ",", "]", "\0", " \n", "x")),
          (bodies, text) -> "\ufeff" + text);

  private String replaced(Pattern pattern, String text, UnaryOperator<String> change) {
    List<MatchResult> all = pattern.matcher(text).results().limit(50).toList();
    if (all.isEmpty()) {
      return text;
    }
    MatchResult one = pick(all);
    return text.substring(0, one.start()) + change.apply(one.group()) + text.substring(one.end());
  }

  private String nested(String value) {
    int levels = 1 << random.nextInt(13);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    return open.repeat(levels) + value + (open.equals("[") ? "]" : "}").repeat(levels);
  }

  private String inflated(String value) {
    int length = random.nextInt(100) == 0 ? HUGE : 1 << random.nextInt(16);
    return "\"" + "x".repeat(length) + "\"";
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
