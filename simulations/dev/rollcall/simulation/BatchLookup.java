package dev.rollcall.simulation;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.rollcall.load.LoadRun;
import dev.rollcall.load.Lookup;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Endpoint: the request that reads the presence of many users, its answer judged as it arrives. */
final class BatchLookup {
  /** Where the session keeps its {@link Lookup}. */
  static final String LOOKUP = "lookup";

  private static final String STATUS = "status";

  private BatchLookup() {}

  static HttpRequestActionBuilder of(LoadRun run) {
    HttpRequestActionBuilder request =
        http(LoadRun.OPERATION)
            .post(run.url())
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("client-request-id", session -> lookup(session).requestId())
            .body(ByteArrayBody(session -> lookup(session).body()))
            .check(
                status().saveAs(STATUS),
                bodyBytes()
                    .transformWithSession(
                        (body, session) -> lookup(session).answered(session.getInt(STATUS), body))
                    .is(Lookup.AS_ASKED));
    return run.authorization().isEmpty()
        ? request
        : request.header("Authorization", session -> run.authorization().orElseThrow());
  }

  static Lookup lookup(Session session) {
    return session.get(LOOKUP);
  }
}
