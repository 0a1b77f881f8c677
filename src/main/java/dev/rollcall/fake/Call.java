package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.http.Request;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A request as the operations see it.
 *
 * @param path without query
 * @param segments of the path below the version
 * @param now the moment at which all of it happens
 * @param requestId made for this request
 */
record Call(
    Operation operation,
    Request request,
    String path,
    String[] segments,
    Instant now,
    String requestId) {

  static Call of(Operation operation, Request request, Instant now) {
    String url = request.getUrl();
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String[] segments = path.substring(path.indexOf('/', 1) + 1).split("/");
    return new Call(operation, request, path, segments, now, UUID.randomUUID().toString());
  }

  boolean isMe() {
    return segments[0].equals("me");
  }

  boolean isCommunications() {
    return segments[0].equals("communications");
  }

  /** The id in the path, as written there. */
  String id() {
    return segments[isCommunications() ? 2 : 1];
  }

  /** What the caller calls this request; its own id when the caller says nothing. */
  String clientRequestId() {
    String sent = request.getHeader("client-request-id");
    return sent == null || sent.isBlank() ? requestId : sent;
  }

  void requireMethod() {
    if (!request.getMethod().getName().equals(operation.method())) {
      throw Refusal.methodNotAllowed();
    }
  }

  void requireToken() {
    String header = request.getHeader("Authorization");
    boolean bearer =
        header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) && header.length() > 7;
    if (!bearer) {
      throw Refusal.unauthorized();
    }
  }

  /** The body, which has to be JSON by its header. */
  byte[] jsonBody() {
    String type = request.getHeader("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).strip().startsWith("application/json")) {
      throw Refusal.unsupportedMediaType();
    }
    return request.getBody();
  }

  boolean hasBody() {
    return request.getBody().length > 0;
  }

  /** The address of the service as the caller wrote it. */
  String origin() {
    return request.getScheme() + "://" + request.getHost() + ":" + request.getPort();
  }

  String version() {
    return path.substring(1, path.indexOf('/', 1));
  }
}
