package dev.rollcall.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A caller of the fake with a token, over the public door. */
public record Http(HttpClient client, String base, String token) {

  public static Http to(String base) {
    return new Http(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, "opaque");
  }

  /** The same with another token. */
  Http as(String other) {
    return new Http(client, base, other);
  }

  public Reply get(String path) {
    return send("GET", path, "", "Authorization", "Bearer " + token);
  }

  public Reply post(String path, String json) {
    return send(
        "POST", path, json, "Authorization", "Bearer " + token, "Content-Type", "application/json");
  }

  /** A call of the control plane. */
  public Reply admin(String method, String subject, String json) {
    return send(method, "/__admin/presence/" + subject, json, "Content-Type", "application/json");
  }

  String newUser() {
    return newUsers(1).get(0);
  }

  List<String> newUsers(int count) {
    Reply reply = admin("POST", "users", "{\"count\": " + count + "}");
    return reply.json().path("users").valueStream().map(id -> id.asString()).toList();
  }

  public void advance(Duration by) {
    admin("POST", "clock", "{\"advance\": \"" + by + "\"}");
  }

  public void faults(String... ids) {
    String list = ids.length == 0 ? "" : "\"" + String.join("\",\"", ids) + "\"";
    admin("PUT", "faults", "{\"active\": [" + list + "]}");
  }

  Reply send(String method, String path, String body, String... headers) {
    try {
      return attempt(Duration.ofSeconds(20), method, path, body, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Reply attempt(
      Duration patience, String method, String path, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the fake", e);
    }
  }
}
