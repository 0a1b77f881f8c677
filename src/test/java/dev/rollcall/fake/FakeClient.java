package dev.rollcall.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a fake as a user's program would. */
final class FakeClient {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  FakeClient(String root) {
    this.root = root;
  }

  /** A status, a body, and the headers that matter. */
  record Seen(int status, String body, Map<String, String> headers) {
    /** Missing where the body is no JSON. */
    JsonNode json() {
      try {
        return JsonMapper.shared().readTree(body);
      } catch (JacksonException e) {
        return JsonMapper.shared().missingNode();
      }
    }

    String text(String pointer) {
      return json().at(pointer).asString("");
    }

    String pair() {
      return text("/availability") + "/" + text("/activity");
    }
  }

  Seen get(String path) {
    return send("GET", path, null, Map.of("Authorization", "Bearer x"));
  }

  Seen post(String path, String body) {
    return send(
        "POST",
        path,
        body,
        Map.of("Authorization", "Bearer x", "Content-Type", "application/json"));
  }

  Seen send(String method, String path, String body, Map<String, String> headers) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
    var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, publisher);
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var seen = new java.util.TreeMap<String, String>();
      response.headers().map().forEach((name, values) -> seen.put(name, String.join(", ", values)));
      return new Seen(response.statusCode(), response.body(), seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void advance(String duration) {
    post("/__admin/presence/clock", "{'advance':'" + duration + "'}");
  }

  void faults(String... ids) {
    String list = ids.length == 0 ? "" : "'" + String.join("','", ids) + "'";
    Seen seen = send("PUT", "/__admin/presence/faults", "{'active':[" + list + "]}", Map.of());
    if (seen.status() != 200) {
      throw new IllegalStateException(seen.body());
    }
  }

  /** One of the users that are always there. */
  String named(int index) {
    return get("/__admin/presence/capabilities").text("/users/" + index);
  }

  String user() {
    return post("/__admin/presence/users", "{'count':1}").text("/users/0");
  }
}
