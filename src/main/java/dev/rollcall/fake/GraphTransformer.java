package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the stubs of one family of operations, and lets the faults of the moment at the answer.
 */
final class GraphTransformer implements ResponseDefinitionTransformerV2 {
  private final String name;
  private final Family family;
  private final FakeClock clock;
  private final FaultSwitch faults;

  GraphTransformer(String name, Family family, FakeClock clock, FaultSwitch faults) {
    this.name = name;
    this.family = family;
    this.clock = clock;
    this.faults = faults;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    ActiveFaults active = faults.active();
    Call call = Call.of(event.getRequest(), active.rules(), clock.instant());
    Optional<GraphOperation> operation = call.route().map(Route::operation);
    Answer clean = answer(call);
    Answer answer =
        operation.map(each -> active.shaped(each, call, clean, this::answer)).orElse(clean);
    ResponseDefinitionBuilder response = response(call, answer);
    operation.ifPresent(each -> active.spoil(each, answer, response));
    return response.build();
  }

  private Answer answer(Call call) {
    try {
      if (!call.bearer()) {
        throw Refused.anonymous();
      }
      return family.answer(call);
    } catch (Refused refused) {
      return Envelope.of(refused, call);
    }
  }

  private static ResponseDefinitionBuilder response(Call call, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("request-id", call.requestId());
    headers.put("client-request-id", call.clientRequestId());
    headers.put("Content-Length", Integer.toString(answer.body().length));
    headers.putAll(answer.headers());
    ResponseDefinitionBuilder response =
        new ResponseDefinitionBuilder().withStatus(answer.status()).withBody(answer.body());
    headers.forEach((name, value) -> response.withHeader(name, value));
    return response;
  }
}
