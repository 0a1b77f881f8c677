package dev.rollcall.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Batch lookups as one would write them with Gatling alone: nothing of Rollcall's is in it. Its
 * settings are the system properties {@code url}, {@code lists}, {@code rate}, {@code warm} and
 * {@code seconds}.
 */
public class PlainSimulation extends Simulation {
  @SuppressWarnings("this-escape") // Gatling wants its set-up in the constructor
  public PlainSimulation() {
    double rate = Integer.getInteger("rate");
    int warm = Integer.getInteger("warm");
    setUp(
            scenario("warm-up")
                .exec(lookup("warm-up"))
                .injectOpen(constantUsersPerSec(rate).during(warm)),
            scenario("measured")
                .exec(lookup("lookup"))
                .injectOpen(
                    nothingFor(warm),
                    constantUsersPerSec(rate).during(Integer.getInteger("seconds"))))
        // The warm-up of Gatling's own would call its maker's site.
        .protocols(http.disableWarmUp().shareConnections());
  }

  private static ChainBuilder lookup(String name) {
    return feed(listFeeder(lists()).circular())
        .exec(
            http(name)
                .post(System.getProperty("url"))
                .header("Authorization", "Bearer opaque")
                .header("Content-Type", "application/json")
                .body(StringBody("#{body}"))
                .check(status().is(200)));
  }

  private static List<Map<String, Object>> lists() {
    try {
      return Files.readAllLines(Path.of(System.getProperty("lists"))).stream()
          .map(body -> Map.<String, Object>of("body", body))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
