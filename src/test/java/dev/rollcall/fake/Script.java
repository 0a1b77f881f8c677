package dev.rollcall.fake;

import dev.rollcall.fake.call.Guid;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * bundle {json}        several requests as one, {a} standing for the id of a
 * reads 20 a           so many reads of a as one
 * throttle {json}      sets a limit
 * put subject {json}   what mailbox and calendar know, through the control plane
 * as token a ?         any of these with another token, which may be claims without spaces
 * charset a action {}  a write whose Content-Type has a parameter
 * CAPITALS a           reads of one and of many, the id in capitals
 * </pre>
 */
public final class Script {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern STAMP = Pattern.compile("\"A(\\d{10})\"");
  // But for 2099, which probes name whenever they are sent.
  private static final Pattern TIME =
      Pattern.compile("(20(?!99)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(Z?)");
  private static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");

  private final Http http;
  private final Set<String> seeded;
  private final Instant start;
  private final Map<String, String> users = new HashMap<>();
  private final Set<String> requests = new HashSet<>();

  public Script(Http http, List<String> seeded, Map<String, String> known) {
    this.http = http;
    this.seeded = new LinkedHashSet<>(seeded);
    this.start = Instant.parse(http.admin("GET", "clock", "").json().path("now").asString());
    users.put("nobody", "00000000-0000-4000-8000-00000000dead");
    users.put("malformed", "anna");
    users.putAll(known);
  }

  private Script(Http http, Script like) {
    this.http = http;
    this.seeded = like.seeded;
    this.start = like.start;
    this.users.putAll(like.users);
    this.requests.addAll(like.requests);
  }

  /** What is seen of one line. */
  public String run(String line) {
    if (line.startsWith("as ")) {
      String[] words = line.split(" ", 3);
      return new Script(http.as(token(words[1])), this).run(words[2]);
    }
    String[] words = line.strip().split(" ", 3);
    return switch (words[0]) {
      case "", "#" -> "";
      case "new" -> create(line.strip().substring(4).split(" "));
      case "batch" -> seen(http.post(Paths.BATCH, batch(line.strip().substring(6))));
      case "bundle" -> seen(http.post(Paths.BUNDLE, named(line.strip().substring(7))));
      case "reads" -> seen(http.post(Paths.BUNDLE, reads(Integer.parseInt(words[1]), words[2])));
      case "charset" -> seen(declared(words[1], words[2]));
      case "CAPITALS" -> capitals(words[1]);
      case "throttle" -> http.admin("PUT", "throttle", line.strip().substring(9)).text();
      case "put" -> http.admin("PUT", words[1], named(words[2])).status() + " arranged";
      case "many" -> seen(http.post(Paths.BATCH, line.strip().substring(5)));
      default ->
          words[0].startsWith("+")
              ? advance(Duration.parse(words[0].substring(1)))
              : seen(exchange(words));
    };
  }

  private Reply declared(String name, String action) {
    String[] words = action.split(" ", 2);
    return http.send(
        "POST",
        Paths.presence(name, users) + "/" + words[0],
        words[1],
        "Authorization",
        "Bearer opaque",
        "Content-Type",
        "application/json; charset=utf-8");
  }

  private String capitals(String name) {
    String id = users.getOrDefault(name, name).toUpperCase(Locale.ROOT);
    return seen(http.get("/v1.0/users/" + id + "/presence"))
        + seen(http.post(Paths.BATCH, "{\"ids\":[\"" + id + "\"]}"));
  }

  private String token(String word) {
    return word.startsWith("{") ? Jwt.of(named(word)) : word;
  }

  private String named(String json) {
    return Pattern.compile("\\{([a-z]+)}")
        .matcher(json)
        .replaceAll(match -> users.getOrDefault(match.group(1), match.group(1)));
  }

  private String reads(int count, String name) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"id\":\"r%d\",\"method\":\"GET\",\"url\":\"/users/%s/presence\"}"
                    .formatted(i, users.get(name)))
        .collect(Collectors.joining(",", "{\"requests\":[", "]}"));
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
  public String seen(Reply reply) {
    String requestId = reply.header("request-id");
    boolean agree =
        (reply.status() < 300 || reply.text().contains(requestId))
            && Guid.of(requestId).isPresent()
            && requests.add(requestId);
    String body = reply.text();
    for (Map.Entry<String, String> user : users.entrySet()) {
      body = body.replace(user.getValue(), user.getKey());
    }
    body =
        GUID.matcher(body)
            .replaceAll(found -> seeded.contains(found.group()) ? "somebody" : "guid");
    body = STAMP.matcher(body).replaceAll(this::stamp);
    body = TIME.matcher(body).replaceAll(this::time);
    return "%d %s %s %s %s %s"
        .formatted(
            reply.status(),
            reply.header("Content-Type"),
            reply.header("Retry-After"),
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
