package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Carries requests of WireMock's to the service and its answers back, and spoils the wire. */
final class GraphTransformer implements ResponseDefinitionTransformerV2 {
  static final String NAME = "rollcall-graph";

  private final Service service;
  private final Tokens tokens = new Tokens();
  private final FakeClock clock;
  private final FaultSwitch faults;
  private final RequestLog log;
  private final Latency latency;

  GraphTransformer(Service service, ControlPlane.Parts parts) {
    this.service = service;
    this.clock = parts.world().clock();
    this.faults = parts.faults();
    this.log = parts.requests();
    this.latency = parts.latency();
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    Call call = Call.of(request, tokens, faults, clock.instant());
    Answer answer = service.answer(call);
    log.add(
        new FakeRequest(
            call.now(),
            call.method(),
            request.getUrl(),
            answer.status(),
            call.operation().map(GraphOperation::text)));
    ResponseDefinitionBuilder response = response(call, answer);
    int delay = latency.next(call.operation());
    if (delay > 0) {
      response.withFixedDelay(delay);
    }
    call.operation().ifPresent(each -> call.faults().spoil(each, answer, response));
    return response.build();
  }

  private static ResponseDefinitionBuilder response(Call call, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("request-id", call.requestId());
    headers.put("client-request-id", call.clientRequestId());
    headers.put("Content-Length", Integer.toString(answer.body().length));
    headers.putAll(answer.headers());
    // A fault leaves a header out by giving it nothing to say.
    headers.values().removeIf(String::isEmpty);
    ResponseDefinitionBuilder response =
        new ResponseDefinitionBuilder().withStatus(answer.status()).withBody(answer.body());
    headers.forEach((name, value) -> response.withHeader(name, value));
    return response;
  }
}
