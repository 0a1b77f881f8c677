package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.FakeRequest;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Tokens;
import dev.rollcall.fake.control.ControlPlane;
import dev.rollcall.fake.control.Latency;
import dev.rollcall.fake.control.RequestLog;
import dev.rollcall.fake.fault.FaultSwitch;
import dev.rollcall.fake.operation.Service;
import dev.rollcall.fake.world.FakeClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries requests of WireMock's to the service and its answers back, and spoils the wire. */
final class GraphTransformer implements ResponseTransformerV2 {
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
  public Response transform(Response stubbed, ServeEvent event) {
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
    Response.Builder response =
        Response.Builder.like(stubbed)
            .status(answer.status())
            .headers(headers(stubbed.getHeaders(), call, answer))
            .body(() -> new ContentStream(answer.content()))
            .incrementInitialDelay(latency.next(call.operation()));
    call.operation().ifPresent(each -> call.faults().spoil(each, answer, response));
    return response.build();
  }

  private static HttpHeaders headers(HttpHeaders ofWireMock, Call call, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("request-id", call.requestId());
    headers.put("client-request-id", call.clientRequestId());
    headers.put("Content-Length", Integer.toString(answer.content().length()));
    headers.putAll(answer.headers());
    // A fault leaves a header out by giving it nothing to say.
    headers.values().removeIf(String::isEmpty);
    List<HttpHeader> all = new ArrayList<>(ofWireMock.all());
    headers.forEach((name, value) -> all.add(new HttpHeader(name, value)));
    return new HttpHeaders(all);
  }
}
