package dev.rollcall.fake;

import dev.rollcall.fake.FakeClient.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A walk through what the API promises; what varies by nature is made alike. */
final class Walk {
  private final List<String> seen = new ArrayList<>();
  private final FakeClient client;
  private final String user;
  private final String path;
  private String lastStamp = "";

  private Walk(FakeClient client) {
    this.client = client;
    this.user = client.user();
    this.path = "/v1.0/users/" + user + "/presence";
  }

  /** Everything that a rule decides. */
  static final List<Consumer<Walk>> PARTS =
      List.of(Walk::reads, Walk::preferences, Walk::messages, Walk::sessions);

  static List<String> of(Consumer<Walk> part, FakeClient client) {
    var walk = new Walk(client);
    part.accept(walk);
    return walk.seen;
  }

  /** Each operation's success and its errors. */
  void brief() {
    set("a", "Busy/InACall", "PT1H");
    reads();
    clear("a");
    prefer("Busy/Busy", null);
    act("clearUserPreferredPresence", "{}");
    act("clearUserPreferredPresence", null);
    act("setStatusMessage", "{'statusMessage':{'message':{'content':'Hi'}}}");
    read();
    errors();
  }

  void reads() {
    read();
    look(client.get("/v1.0/me/presence").pair());
    look(client.get("/v1.0/communications/presences/" + user));
    look(
        client.post(
            "/v1.0/communications/getPresencesByUserId",
            "{'ids':['" + user + "','" + client.named(1) + "']}"));
    for (int count : List.of(650, 651)) {
      look(client.post("/v1.0/communications/getPresencesByUserId", "{'ids':" + ids(count) + "}"));
    }
  }

  void sessions() {
    for (String pair :
        List.of(
            "Available/Available",
            "Busy/InACall",
            "Busy/InAConferenceCall",
            "Away/Away",
            "DoNotDisturb/Presenting",
            "Busy/Busy")) {
      set("a", pair, "PT1H");
      read();
      client.advance("PT6M");
      read();
      client.advance("PT3M");
      read();
      client.advance("PT3M");
      read();
      clear("a");
      read();
    }
    set("a", "Busy/InACall", null);
    client.advance("PT4M");
    read();
    client.advance("PT2M");
    read();
    clear("a");
    set("a", "Available/Available", "PT10M");
    client.advance("PT3M");
    read();
    set("a", "Available/Available", "PT10M");
    client.advance("PT4M");
    read();
    client.advance("PT5M");
    read();
    client.advance("PT2M");
    read();
    for (String duration : List.of("PT1M", "PT5M", "PT2H", "PT9H", "x")) {
      set("a", "Busy/InACall", duration);
    }
    clear("a");
    for (String[] two :
        List.of(
            new String[] {"DoNotDisturb/Presenting", "Busy/InACall"},
            new String[] {"Busy/InACall", "Available/Available"},
            new String[] {"Available/Available", "Away/Away"},
            new String[] {"Away/Away", "Busy/InACall"})) {
      set("a", two[0], "PT5M");
      set("b", two[1], "PT5M");
      read();
      clear("a");
      read();
      clear("b");
    }
    set("a", "Busy/InACall", "PT5M");
    act("setPresence", "{}");
    read();
    act("setPresence", "{'availability':'Busy','activity':'InACall'}");
    act("setPresence", "{'sessionId':'a','activity':'InACall'}");
    clear("a");
  }

  void preferences() {
    prefer("Busy/Busy", null);
    read();
    set("a", "Away/Away", "PT4H");
    read();
    clear("a");
    set("a", "Away/Away", "PT4H");
    read();
    prefer("Away/Away", null);
    prefer("BeRightBack/BeRightBack", null);
    read();
    act("clearUserPreferredPresence", "{}");
    read();
    act("clearUserPreferredPresence", "{}");
    act("clearUserPreferredPresence", null);
    for (String pair :
        List.of(
            "Available/Available",
            "Offline/OffWork",
            "DoNotDisturb/DoNotDisturb",
            "Busy/Busy",
            "Busy/InACall")) {
      prefer(pair, null);
      client.advance("PT2H");
      again();
      client.advance("P1D");
      again();
      client.advance("P6D");
      again();
      act("clearUserPreferredPresence", "{}");
    }
  }

  void messages() {
    set("a", "Away/Away", "PT4H");
    String end = now().plusSeconds(3600).toString().substring(0, 19);
    act(
        "setStatusMessage",
        "{'statusMessage':{'message':{'content':'One'},'publishedDateTime':'2001-01-01T00:00:00Z','expiryDateTime':{'dateTime':'"
            + end
            + "','timeZone':'UTC'}}}");
    read();
    act("setStatusMessage", "{'statusMessage':{'message':{'content':'Two','contentType':'html'}}}");
    act(
        "setStatusMessage",
        "{'statusMessage':{'message':{'content':'Three'},'expiryDateTime':{'dateTime':'"
            + end
            + "','timeZone':'UTC'}}}");
    read();
    client.advance("PT61M");
    read();
    act("setStatusMessage", "{'statusMessage':{'message':{'content':'Four'}}}");
    client.advance("P2D");
    read();
    client.post(
        "/v1.0/me/presence/setStatusMessage",
        "{'statusMessage':{'message':{'content':'Me'},'publishedDateTime':'2001-01-01T00:00:00Z'}}");
    String published = client.get("/v1.0/me/presence").text("/statusMessage/publishedDateTime");
    seen.add("just published: " + (!published.isEmpty() && isJustNow(Instant.parse(published))));
  }

  private boolean isJustNow(Instant moment) {
    return Duration.between(moment, now()).abs().compareTo(Duration.ofMinutes(5)) < 0;
  }

  private Instant now() {
    return Instant.parse(client.get("/__admin/presence/clock").text("/now"));
  }

  void errors() {
    look(client.send("GET", path, null, Map.of()));
    look(client.send("POST", "/v1.0/communications/getPresencesByUserId", "{}", Map.of()));
    for (Operation operation : Operation.values()) {
      if (!operation.isRead()) {
        look(client.send("POST", path + "/" + operation.id(), "{}", Map.of()));
        look(client.post("/v1.0/users/" + new UUID(1, 1) + "/presence/" + operation.id(), "{}"));
      }
    }
    look(client.get("/v1.0/users/" + new UUID(1, 1) + "/presence"));
    look(client.post("/v1.0/communications/getPresencesByUserId", "{}"));
    var headers =
        Map.of(
            "Authorization",
            "Bearer x",
            "Content-Type",
            "application/json",
            "client-request-id",
            "mine");
    look(client.send("GET", path, null, headers));
    look(client.send("POST", "/v1.0/communications/getPresencesByUserId", "{}", headers));
    for (Operation operation : Operation.values()) {
      if (!operation.isRead()) {
        look(client.send("POST", path + "/" + operation.id(), "{}", headers));
      }
    }
  }

  private void set(String app, String pair, String duration) {
    String[] half = pair.split("/");
    String more = duration == null ? "" : ",'expirationDuration':'" + duration + "'";
    act(
        "setPresence",
        "{'sessionId':'"
            + app
            + "','availability':'"
            + half[0]
            + "','activity':'"
            + half[1]
            + "'"
            + more
            + "}");
  }

  private void clear(String app) {
    act("clearPresence", "{'sessionId':'" + app + "'}");
  }

  private void prefer(String pair, String duration) {
    String[] half = pair.split("/");
    act(
        "setUserPreferredPresence",
        "{'availability':'" + half[0] + "','activity':'" + half[1] + "'}");
  }

  /** A session that is alive, and what shows over it. */
  private void again() {
    set("a", "Away/Away", "PT4H");
    read();
  }

  private void act(String operation, String body) {
    look(
        body == null
            ? client.send("POST", path + "/" + operation, null, Map.of("Authorization", "Bearer x"))
            : client.post(path + "/" + operation, body));
  }

  private void read() {
    look(client.get(path));
  }

  private void look(String pair) {
    seen.add(pair);
  }

  private void look(Seen answer) {
    boolean echoed = "mine".equals(answer.headers().get("client-request-id"));
    boolean named = answer.headers().containsKey("request-id");
    String body =
        answer
            .body()
            .replace(user, "USER")
            .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "ID")
            .replaceAll("\"date\":\"[^\"]*\"", "DATE")
            .replaceAll("\"publishedDateTime\":\"[^\"]*\"", "PUBLISHED")
            .replaceAll("\"dateTime\":\"[^\"]*\"", "EXPIRY");
    seen.add(
        answer.status()
            + " "
            + echoed
            + named
            + " "
            + order(body)
            + answer.headers().get("content-type"));
  }

  /** Stamps are times; how each of the user's compares with the one before is what counts. */
  private String order(String body) {
    var matcher =
        java.util.regex.Pattern.compile("\"sequenceNumber\":\"(A\\d{10})\"").matcher(body);
    if (!matcher.find() || !body.contains("\"id\":\"USER\"") || body.contains("\"value\"")) {
      return body.replaceAll("A\\d{10}", "STAMP");
    }
    String stamp = matcher.group(1);
    String order =
        lastStamp.isEmpty()
            ? "first"
            : Integer.toString(Integer.signum(stamp.compareTo(lastStamp)));
    lastStamp = stamp;
    return body.replace(stamp, order);
  }

  private static String ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'" + new UUID(7, i) + "'")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
