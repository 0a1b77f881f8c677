package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import dev.rollcall.fake.world.FakeClock;
import java.util.Optional;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's own server, which speaks as the service does where it gives up by itself. */
final class Front extends Jetty11HttpServer {

  Front(Options options, AdminRequestHandler admin, StubRequestHandler stubs, FakeClock clock) {
    super(options, admin, stubs);
    for (Handler each : jettyServer.getChildHandlersByClass(ServletContextHandler.class)) {
      ServletContextHandler context = (ServletContextHandler) each;
      Optional<ErrorHandler> others = Optional.ofNullable(context.getErrorHandler());
      context.setErrorHandler(new WireErrors(clock, others));
    }
    jettyServer.setErrorHandler(new WireErrors(clock, Optional.empty()));
  }
}
