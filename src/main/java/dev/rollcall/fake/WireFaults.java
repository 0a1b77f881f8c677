package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.rollcall.fake.Fault.OnTheWire;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults on the wire: an answer that is slow, damaged or missing, by WireMock's own means. */
final class WireFaults {
  private static final int HALF_A_MINUTE = 30_000;

  private WireFaults() {}

  static List<OnTheWire> all() {
    var faults = new ArrayList<OnTheWire>();
    for (Operation operation : Operation.values()) {
      faults.add(
          fault(
              operation,
              "reset",
              "the connection is reset",
              broken(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)));
      faults.add(
          fault(
              operation,
              "empty",
              "the connection is closed without an answer",
              broken(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)));
      faults.add(
          fault(
              operation,
              "garbage",
              "random bytes come back",
              broken(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE)));
      faults.add(
          fault(
              operation,
              "truncated",
              "a status comes, then garbage instead of the body",
              broken(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK)));
      faults.add(
          fault(
              operation,
              "delay",
              "the answer comes after 30 s",
              response -> response.withFixedDelay(HALF_A_MINUTE)));
    }
    return List.copyOf(faults);
  }

  private static UnaryOperator<ResponseDefinitionBuilder> broken(
      com.github.tomakehurst.wiremock.http.Fault fault) {
    return response -> response.withFault(fault);
  }

  private static OnTheWire fault(
      Operation on,
      String what,
      String description,
      UnaryOperator<ResponseDefinitionBuilder> change) {
    return new OnTheWire(on, on.id() + "-" + what, description, change);
  }
}
