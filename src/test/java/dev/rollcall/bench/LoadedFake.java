package dev.rollcall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fake in a process of its own, whose answers can be made worse while it is loaded. */
final class LoadedFake implements AutoCloseable {
  private static final int USERS = 10_000;
  private static final int POLL_MILLIS = 50;
  private static final int LONGEST_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String url;

  private LoadedFake(Process process, int port) {
    this.process = process;
    this.url = "http://127.0.0.1:" + port;
  }

  /**
   * @param folder in which it leaves what it prints
   */
  static LoadedFake start(Path jar, Path folder) throws IOException, InterruptedException {
    Path portFile = folder.resolve("fake.port");
    var builder =
        new ProcessBuilder(
            Jvm.java(),
            "-jar",
            "" + jar,
            "fake",
            "--users",
            "" + USERS,
            "--port-file",
            "" + portFile);
    Process process =
        Jvm.alone(builder).redirectOutput(folder.resolve("fake.log").toFile()).start();
    Instant end = Instant.now().plusSeconds(LONGEST_SECONDS);
    while (!Files.exists(portFile)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
        process.destroy();
        throw new IllegalStateException(
            "the fake did not start: " + Files.readString(folder.resolve("fake.log")));
      }
    }
    return new LoadedFake(process, Integer.parseInt(Files.readString(portFile).strip()));
  }

  String url() {
    return url;
  }

  /** As it started: no latency, no fault, no limit. */
  void reset() {
    send("POST", "reset", "");
  }

  void lognormalLatency(double medianMillis, double sigma) {
    put(
        "latency",
        "{\"lognormal\": {\"median\": \"%.3fms\", \"sigma\": %.4f}}",
        medianMillis,
        sigma);
  }

  void fixedLatency(int millis) {
    put("latency", "{\"fixed\": \"%dms\"}", millis);
  }

  /**
   * @param share of the requests that it meets, drawn from a fixed seed
   */
  void fault(String id, double share) {
    put("faults", "{\"active\": [{\"id\": \"%s\", \"share\": %s}]}", id, share);
  }

  /** Serves the documented 1,500 in 30 seconds, so many of which are gone. */
  void readLimit(int spent) {
    put("throttle", "{\"budgets\": [\"read-api\"], \"spent\": %d}", spent);
  }

  /** It answers nobody, and takes no connection, until it is told to go on. */
  void stop() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int code = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + code);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits until somebody asks for presences. */
  void awaitLookup(Process by) {
    while (!wasAsked()) {
      try {
        if (by.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private boolean wasAsked() {
    for (JsonNode request : send("GET", "requests?limit=1", "").path("requests")) {
      if (request.path("operation").asString("").startsWith("getPresence")) {
        return true;
      }
    }
    return false;
  }

  private void put(String subject, String form, Object... values) {
    send("PUT", subject, String.format(Locale.ROOT, form, values));
  }

  private JsonNode send(String method, String subject, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/__admin/presence/" + subject))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (!List.of(200, 204).contains(answer.statusCode())) {
        throw new IllegalStateException(subject + " was refused: " + answer.body());
      }
      return answer.body().isEmpty()
          ? JsonMapper.shared().createObjectNode()
          : JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
