package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Brings one family of operations into WireMock. */
final class GraphTransformer implements ResponseDefinitionTransformerV2 {
  /** Name of the stub's parameter that holds the operation. */
  static final String OPERATION = "operation";

  private final String name;
  private final Handler handler;
  private final Service service;

  GraphTransformer(String name, Handler handler, Service service) {
    this.name = name;
    this.handler = handler;
    this.service = service;
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
    var operation = Operation.named(event.getTransformerParameters().getString(OPERATION));
    Call call = service.call(operation, event.getRequest());
    Answer answer = service.answer(call, handler);
    var response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(answer.status())
            // Set here, WireMock neither chunks the body nor copies it to learn its length.
            .withHeader("Content-Length", Integer.toString(answer.body().length));
    answer.headers().forEach(response::withHeader);
    if (answer.body().length > 0) {
      response.withBody(answer.body());
    }
    return service.faults().active().onTheWire(operation, response).build();
  }
}
