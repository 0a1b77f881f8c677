package dev.rollcall.fake.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.fake.call.FakeRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  @Test
  void theLastFiveHundredRequestsAreKept() {
    RequestLog log = new RequestLog();
    for (int status = 0; status < 1_200; status++) {
      log.add(new FakeRequest(START, "GET", "/", status, Optional.empty()));
    }
    assertEquals(
        IntStream.range(0, 500).map(i -> 1_199 - i).boxed().toList(),
        log.last(500).stream().map(FakeRequest::status).toList());
  }
}
