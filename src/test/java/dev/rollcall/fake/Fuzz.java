package dev.rollcall.fake;

import dev.rollcall.fake.FuzzRequests.Sent;
import dev.rollcall.fake.RawHttp.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a fake what nobody should send. Whatever comes, it answers, as the service would, and
 * whatever it refuses leaves it as it was.
 */
public final class Fuzz {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");
  private static final Set<Integer> REFUSALS =
      Set.of(400, 401, 403, 404, 405, 409, 413, 415, 424, 429);
  private static final Pattern ADMIN_READ = Pattern.compile("GET ([a-z-]+)");
  // It tells what was asked, not what there is.
  private static final Set<String> JOURNALS = Set.of("requests", "ui", "openapi");
  private static final int ADMIN_EVERY = 16;

  private final long seed;
  private final RawHttp http;
  private final RawHttp watcher;
  private final FuzzRequests requests;
  private final List<String> reads;

  private Fuzz(long seed, PresenceFake fake) throws IOException {
    this.seed = seed;
    this.http = new RawHttp(fake.port());
    this.watcher = new RawHttp(fake.port());
    List<String> users = userIds();
    this.requests = new FuzzRequests(new SplittableRandom(seed), users);
    this.reads =
        ADMIN_READ
            .matcher(watched("GET", "/__admin/presence/nothing", "").text())
            .results()
            .map(found -> found.group(1))
            .filter(subject -> !JOURNALS.contains(subject) && !subject.equals("nothing"))
            .distinct()
            .toList();
  }

  /**
   * Sends that many requests, each drawn from the seed.
   *
   * @return how many of them were refused
   */
  public static int run(long seed, int count) throws IOException {
    FakeOptions options = FakeOptions.defaults().withUsers(40).withClock(InstantSource.fixed(NOW));
    try (PresenceFake fake = PresenceFake.start(options)) {
      Fuzz fuzz = new Fuzz(seed, fake);
      try {
        return fuzz.run(count);
      } finally {
        fuzz.http.close();
        fuzz.watcher.close();
      }
    }
  }

  private int run(int count) throws IOException {
    int refusals = 0;
    byte[] people = people();
    for (int i = 0; i < count; i++) {
      String told = i % ADMIN_EVERY == 0 ? told() : "";
      Sent sent = requests.next();
      Received received = exchanged(sent, i);
      blamed(sent, i, complaint(sent, received), received);
      if (received.status() >= 400) {
        refusals++;
        boolean same = Arrays.equals(people, people()) && (told.isEmpty() || told.equals(told()));
        blamed(sent, i, same ? "" : "a refusal changed the state", received);
      } else {
        // Faults and limits are the control plane's to set; what follows is judged without.
        if (!sent.served() && !sent.method().equals("GET")) {
          watched("POST", "/__admin/presence/reset", "");
        }
        people = people();
      }
    }
    noThreadIsStuck();
    return refusals;
  }

  private Received exchanged(Sent sent, int number) {
    try {
      return http.exchange(sent.bytes(), sent.method().equals("HEAD"));
    } catch (IOException e) {
      throw failure(sent, number, "no answer: " + e, "");
    }
  }

  private void blamed(Sent sent, int number, String complaint, Received received) {
    if (!complaint.isEmpty()) {
      throw failure(sent, number, complaint, received.status() + "\n" + received.text());
    }
  }

  private AssertionError failure(Sent sent, int number, String complaint, String answer) {
    return new AssertionError(
        "%s at request %d of -Dfuzz.seed=%d%n%s%n--- answered%n%s"
            .formatted(
                complaint,
                number,
                seed,
                sent.shown(),
                answer.substring(0, Math.min(3_000, answer.length()))));
  }

  private static String complaint(Sent sent, Received received) {
    int status = received.status();
    if (status >= 500) {
      return "failed";
    }
    if (!sent.served() || sent.method().equals("HEAD")) {
      return "";
    }
    if (status == 200) {
      return received.body().length == 0 || isSuccess(received.body()) ? "" : "odd success";
    }
    return REFUSALS.contains(status) && isEnvelope(received.body()) ? "" : "no envelope";
  }

  private static boolean isSuccess(byte[] body) {
    Optional<JsonNode> json = json(body);
    return json.isPresent()
        && (json.get().path("value").isArray()
            || json.get().path("id").isString() && json.get().path("availability").isString()
            || json.get().path("responses").isArray()
                && json.get().path("responses").valueStream().allMatch(Fuzz::isPart));
  }

  private static boolean isPart(JsonNode part) {
    int status = part.path("status").intValue();
    JsonNode body = part.path("body");
    return part.path("id").isString()
        && (status == 200
            ? body.isMissingNode() || isSuccess(body.toString().getBytes(StandardCharsets.UTF_8))
            : REFUSALS.contains(status)
                && isEnvelope(body.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isEnvelope(byte[] body) {
    JsonNode error = json(body).map(json -> json.path("error")).orElse(JSON.nullNode());
    JsonNode inner = error.path("innerError");
    return !error.path("code").asString("").isEmpty()
        && error.path("message").isString()
        && Stream.of("date", "request-id", "client-request-id")
            .allMatch(member -> inner.path(member).isString());
  }

  private static Optional<JsonNode> json(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private List<String> userIds() throws IOException {
    return JSON.readTree(watched("GET", "/__admin/presence/users", "").body())
        .path("users")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** Everybody's presence, those of the beta too. */
  private byte[] people() throws IOException {
    String ids = String.join("\",\"", userIds());
    return watched(
            "POST", "/beta/communications/getPresencesByUserId", "{\"ids\":[\"" + ids + "\"]}")
        .body();
  }

  private String told() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String subject : reads) {
      all.append(watched("GET", "/__admin/presence/" + subject, "").text()).append('\n');
    }
    return all.toString();
  }

  private Received watched(String method, String path, String body) throws IOException {
    Received received = watcher.exchange(plain(method, path, body), false);
    if (received.status() >= 500) {
      throw new AssertionError(path + " answered " + received.status() + received.text());
    }
    return received;
  }

  private static byte[] plain(String method, String path, String body) {
    return """
        %s %s HTTP/1.1\r
        Host: fake\r
        Authorization: Bearer opaque\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(method, path, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Everything is answered, so nobody can still be at work in the fake. */
  private void noThreadIsStuck() {
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              boolean within =
                  Stream.of(stack)
                      .anyMatch(
                          frame ->
                              frame.getClassName().startsWith(GraphTransformer.class.getName()));
              if (within) {
                throw new AssertionError(
                    "stuck after -Dfuzz.seed=" + seed + ": " + Arrays.toString(stack));
              }
            });
  }
}
