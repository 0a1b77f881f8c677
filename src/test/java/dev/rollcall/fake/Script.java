package dev.rollcall.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exchanges written one a line, and what is seen of them, freed of ids and of the date, so that two
 * runs can be compared.
 *
 * <pre>
 * new a b              two new users of these names
 * +PT5M                time goes by
 * a ?                  a read on the users path; ?c on the communications path
 * batch a b nobody     a read of many; first650 stands for so many of the seeded
 * many {json}          the same with any body
 * a action {json}      a write
 * </pre>
 */
final class Script {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern STAMP = Pattern.compile("\"A(\\d{10})\"");
  private static final Pattern TIME =
      Pattern.compile("(20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(Z?)");
  private static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");

  private final Http http;
  private final List<String> seeded;
  private final Instant start;
  private final Map<String, String> users = new HashMap<>();

  Script(Http http, List<String> seeded, Map<String, String> known) {
    this.http = http;
    this.seeded = seeded;
    this.start = Instant.parse(http.admin("GET", "clock", "").json().path("now").asString());
    users.put("nobody", "00000000-0000-4000-8000-00000000dead");
    users.put("malformed", "anna");
    users.putAll(known);
  }

  /** What is seen of one line. */
  String run(String line) {
    String[] words = line.strip().split(" ", 3);
    return switch (words[0]) {
      case "", "#" -> "";
      case "new" -> create(line.strip().substring(4).split(" "));
      case "batch" -> seen(http.post(Paths.BATCH, batch(line.strip().substring(6))));
      case "many" -> seen(http.post(Paths.BATCH, line.strip().substring(5)));
      default ->
          words[0].startsWith("+")
              ? advance(Duration.parse(words[0].substring(1)))
              : seen(exchange(words));
    };
  }

  private String create(String[] names) {
    List<String> ids = http.newUsers(names.length);
    for (int i = 0; i < names.length; i++) {
      users.put(names[i], ids.get(i));
    }
    return "created";
  }

  private String advance(Duration by) {
    http.advance(by);
    return "later";
  }

  private Reply exchange(String[] words) {
    String presence = Paths.presence(words[0], users);
    return switch (words[1]) {
      case "?" -> http.get(presence);
      case "?c" -> http.get("/v1.0/communications/presences/" + users.get(words[0]));
      default -> http.post(presence + "/" + words[1], words.length > 2 ? json(words[2]) : "");
    };
  }

  private String batch(String names) {
    return Arrays.stream(names.split(" "))
        .flatMap(
            name ->
                name.startsWith("first")
                    ? seeded.stream().limit(Integer.parseInt(name.substring(5)))
                    : Stream.of(users.getOrDefault(name, name)))
        .collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"));
  }

  // {at +PT1H} stands for that instant of the run, as the service wants it.
  private String json(String text) {
    return Pattern.compile("\\{at ([^}]*)\\}")
        .matcher(text)
        .replaceAll(
            match -> start.plus(Duration.parse(match.group(1))).toString().replace("Z", ""));
  }

  /** Status, headers that matter and body of a reply, without what differs from run to run. */
  String seen(Reply reply) {
    boolean agree = reply.status() < 300 || reply.text().contains(reply.header("request-id"));
    String body = reply.text();
    for (Map.Entry<String, String> user : users.entrySet()) {
      body = body.replace(user.getValue(), user.getKey());
    }
    body = GUID.matcher(body).replaceAll("guid");
    body = STAMP.matcher(body).replaceAll(this::stamp);
    body = TIME.matcher(body).replaceAll(this::time);
    return "%d %s %s %s %s"
        .formatted(
            reply.status(),
            reply.header("Content-Type"),
            agree ? "ids agree" : "ids differ",
            GUID.matcher(reply.header("client-request-id")).replaceAll("guid"),
            body);
  }

  private String stamp(MatchResult found) {
    long seconds = Long.parseLong(found.group(1));
    return "\"A" + (seconds - Duration.between(ORIGIN, start).toSeconds()) + "\"";
  }

  private String time(MatchResult found) {
    return Duration.between(start, Instant.parse(found.group(1) + "Z")) + found.group(2);
  }
}
