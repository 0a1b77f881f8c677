package dev.rollcall.fake.call;

import com.github.tomakehurst.wiremock.http.Request;
import dev.rollcall.presence.Rules;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request on its way to an answer.
 *
 * @param route empty when the path is none of the service
 * @param contentType as sent; empty when there was none
 * @param caller empty when no bearer token came along
 * @param faults those that were on when the request came
 */
public record Call(
    Optional<Route> route,
    String method,
    String contentType,
    Optional<Caller> caller,
    byte[] body,
    ActiveFaults faults,
    Instant now,
    String requestId,
    String clientRequestId) {

  public static Call of(Request request, Tokens tokens, FaultsMet faults, Instant now) {
    String requestId = newId();
    String sent = request.getHeader("client-request-id");
    String contentType = request.getHeader("Content-Type");
    String authorization = request.getHeader("Authorization");
    Optional<Route> route = Route.of(request.getUrl());
    return new Call(
        route,
        request.getMethod().value(),
        contentType == null ? "" : contentType,
        authorization == null ? Optional.empty() : tokens.caller(authorization),
        request.getBody(),
        faults.meeting(route),
        now,
        requestId,
        sent == null || sent.isBlank() ? requestId : sent);
  }

  // Ids of requests need to differ, not to be unguessable, and the secure source takes turns.
  public static String newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
    return new UUID(high, low).toString();
  }

  public Rules rules() {
    return faults.rules();
  }

  public boolean hasBody() {
    return body.length > 0;
  }

  public boolean declaresJson() {
    int end = contentType.indexOf(';');
    if (end >= 0 && faults.has(Lapse.CONTENT_TYPE_PARAMETERS_REFUSED)) {
      return false;
    }
    String media = end < 0 ? contentType : contentType.substring(0, end);
    return media.strip().equalsIgnoreCase("application/json");
  }

  /**
   * Who calls.
   *
   * @throws Refused if nobody says so
   */
  public Caller from() {
    return caller.orElseThrow(Refused::anonymous);
  }

  /** What the path stands for; empty when it is none of the service. */
  public Optional<GraphOperation> operation() {
    return route.map(Route::operation);
  }

  /** A request that came inside this one, of the same caller. */
  public Call within(Part part, String url, FaultsMet switched, Instant then) {
    Optional<Route> inner = Route.of(url);
    return new Call(
        inner,
        part.method(),
        part.headers().getOrDefault("Content-Type", ""),
        caller,
        part.body(),
        switched.meeting(inner, faults),
        then,
        requestId,
        part.headers().getOrDefault("client-request-id", clientRequestId));
  }

  /** The same request with a token. */
  public Call withBearer() {
    return from(caller.orElseGet(() -> Caller.opaque("")));
  }

  /** The same request from another caller. */
  public Call from(Caller other) {
    return new Call(
        route,
        method,
        contentType,
        Optional.of(other),
        body,
        faults,
        now,
        requestId,
        clientRequestId);
  }

  /** The same request from nobody. */
  public Call withoutBearer() {
    return new Call(
        route,
        method,
        contentType,
        Optional.empty(),
        body,
        faults,
        now,
        requestId,
        clientRequestId);
  }

  /** The same request, its body declared to be JSON. */
  public Call withJson() {
    return new Call(
        route, method, "application/json", caller, body, faults, now, requestId, clientRequestId);
  }
}
