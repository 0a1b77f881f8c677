package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.rollcall.load.LoadRun;
import dev.rollcall.load.question.Lookup;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/**
 * Endpoint: one request under the name of its operation, its answer judged as it arrives. Which one
 * and how is up to the {@link Lookup} that the session holds.
 */
final class Endpoint {
  /** Where the session keeps its {@link Lookup}. */
  static final String LOOKUP = "lookup";

  private static final String STATUS = "status";

  private final LoadRun run;

  Endpoint(LoadRun run) {
    this.run = run;
  }

  ChainBuilder request() {
    return doIfOrElse((Session session) -> lookup(session).isGet()).then(read()).orElse(posted());
  }

  private HttpRequestActionBuilder read() {
    return judged(http((Session session) -> lookup(session).operation()).get(this::url));
  }

  private HttpRequestActionBuilder posted() {
    return judged(
        http((Session session) -> lookup(session).operation())
            .post(this::url)
            .header("Content-Type", "application/json")
            .body(ByteArrayBody(session -> lookup(session).body())));
  }

  private HttpRequestActionBuilder judged(HttpRequestActionBuilder request) {
    HttpRequestActionBuilder judged =
        request
            .header("Accept", "application/json")
            .header("client-request-id", session -> lookup(session).requestId())
            .check(
                status().saveAs(STATUS),
                noted("Content-Type"),
                noted("Retry-After"),
                noted("request-id"),
                bodyBytes()
                    .transformWithSession(
                        (body, session) -> lookup(session).answered(session.getInt(STATUS), body))
                    .is(Lookup.AS_ASKED));
    return run.authorization().isEmpty()
        ? judged
        : judged.header("Authorization", session -> run.authorization().orElseThrow());
  }

  /** Keeps a header, if the answer has it: to find the exchange again, and to see what it asks. */
  private static CheckBuilder noted(String name) {
    return header(name)
        .transformWithSession(
            (value, session) -> {
              if (value != null) { // Gatling asks for one that is not there, too
                lookup(session).header(name, value);
              }
              return value;
            })
        .optional();
  }

  private String url(Session session) {
    return run.root() + lookup(session).path();
  }

  static Lookup lookup(Session session) {
    return session.get(LOOKUP);
  }
}
