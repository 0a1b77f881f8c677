package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last requests of a test and their answers, whether they were meant for the service or not.
 */
final class AnsweredRequests implements ServeEventListener {
  private static final int MOST = 200;
  private static final int KEPT = 16_000;

  /** As many bytes of an answer as WireMock has to show here. */
  static final int BYTES = 4 * KEPT;

  private final Deque<AnsweredRequest> last = new ArrayDeque<>();

  @Override
  public String getName() {
    return "rollcall-answered-requests";
  }

  // Not after it was sent: the caller might look before it is written down.
  @Override
  public void beforeResponseSent(ServeEvent event, Parameters parameters) {
    add(
        new AnsweredRequest(
            event.getRequest().getMethod().value(),
            event.getRequest().getUrl(),
            kept(event.getRequest().getBody()),
            event.getResponse().getStatus(),
            kept(event.getResponse().getBody())));
  }

  private synchronized void add(AnsweredRequest request) {
    if (last.size() == MOST) {
      last.removeFirst();
    }
    last.addLast(request);
  }

  /** The oldest first. */
  synchronized List<AnsweredRequest> all() {
    return List.copyOf(last);
  }

  private static String kept(byte @Nullable [] body) {
    if (body == null) {
      return "";
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() > KEPT ? text.substring(0, KEPT) + "…" : text;
  }
}
