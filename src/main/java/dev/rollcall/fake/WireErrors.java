package dev.rollcall.fake;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.Version;
import dev.rollcall.fake.world.FakeClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import wiremock.jakarta.servlet.RequestDispatcher;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * What is said of requests that the server gives up on before anybody of ours is asked: a body that
 * is not what its headers say, a path that cannot be read. The service would refuse them.
 */
final class WireErrors extends ErrorHandler {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String OURS = WireErrors.class.getPackageName() + ".";
  private static final String CONTENT_TYPE = "application/json";
  private static final String UNREADABLE =
      "The request cannot be read: its path, headers and body do not fit together.";
  private static final int BAD_REQUEST = 400;
  private static final int WRONG_METHOD = 405;
  private static final int FAILED = 500;
  private static final int UNKNOWN_METHOD = 501;

  private final FakeClock clock;
  private final Optional<ErrorHandler> others;

  /**
   * @param others who speaks for paths that are neither the service's nor the control plane's
   */
  WireErrors(FakeClock clock, Optional<ErrorHandler> others) {
    this.clock = clock;
    this.others = others;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    int status = status(request, response.getStatus());
    response.setStatus(status);
    String path = String.valueOf(request.getRequestURI());
    if (path.startsWith("/__admin/")) {
      answer(response, MAPPER.writeValueAsBytes(Map.of("error", "the request cannot be answered")));
    } else if (Version.of(path + "/").isPresent() || others.isEmpty()) {
      answer(response, envelope(status, request.getMethod()));
    } else {
      others.get().handle(target, base, request, response);
    }
    base.setHandled(true);
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    fields.put("Content-Type", CONTENT_TYPE);
    return ByteBuffer.wrap(envelope(status, ""));
  }

  // A throw in code of ours is a fault of ours and has to stay one.
  private static int status(HttpServletRequest request, int status) {
    if (status == UNKNOWN_METHOD) {
      return WRONG_METHOD;
    }
    Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return status == FAILED && thrown != null && !concernsUs(thrown) ? BAD_REQUEST : status;
  }

  private static boolean concernsUs(Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .flatMap(each -> Stream.of(each.getStackTrace()))
        .anyMatch(frame -> frame.getClassName().startsWith(OURS));
  }

  private static void answer(HttpServletResponse response, byte[] body) throws IOException {
    response.setContentType(CONTENT_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] envelope(int status, String method) {
    String requestId = Call.newId();
    if (status == WRONG_METHOD) {
      Refused refused = Refused.wrongMethod(method);
      return Envelope.bytes(
          refused.code(), refused.sentence(), clock.instant(), requestId, requestId);
    }
    return status >= FAILED
        ? Envelope.bytes(
            "InternalServerError", "The fake failed.", clock.instant(), requestId, requestId)
        : Envelope.bytes("BadRequest", UNREADABLE, clock.instant(), requestId, requestId);
  }
}
