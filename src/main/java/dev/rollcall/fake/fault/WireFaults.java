package dev.rollcall.fake.fault;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.WireFault;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Wire faults: WireMock's own, over every operation. */
final class WireFaults {
  private static final int DELAY_MILLIS = 30_000;

  private WireFaults() {}

  static Stream<Fault> all() {
    return GraphOperation.all()
        .flatMap(
            operation ->
                Stream.of(
                    wire(
                        operation,
                        "reset",
                        "drops the connection with a reset",
                        fault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)),
                    wire(
                        operation,
                        "empty",
                        "closes the connection without an answer",
                        fault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)),
                    wire(
                        operation,
                        "garbage",
                        "answers bytes that are no HTTP",
                        fault(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE)),
                    wire(
                        operation,
                        "truncated",
                        "announces a longer body than it sends",
                        WireFaults::truncate),
                    wire(
                        operation,
                        "delay",
                        "answers after 30 seconds",
                        (answer, response) -> response.incrementInitialDelay(DELAY_MILLIS))));
  }

  private static BiConsumer<Answer, Response.Builder> fault(
      com.github.tomakehurst.wiremock.http.Fault fault) {
    return (answer, response) -> response.fault(fault);
  }

  private static void truncate(Answer answer, Response.Builder response) {
    HttpHeader longer = new HttpHeader("Content-Length", "" + (answer.content().length() + 100));
    Stream<HttpHeader> others =
        response.build().getHeaders().all().stream()
            .filter(header -> !header.keyEquals(longer.key()));
    response.headers(new HttpHeaders(Stream.concat(others, Stream.of(longer)).toList()));
  }

  private static Fault wire(
      GraphOperation operation,
      String what,
      String does,
      BiConsumer<Answer, Response.Builder> spoil) {
    return new WireFault(
        operation.text() + "-" + what, operation, operation.text() + " " + does, spoil);
  }
}
