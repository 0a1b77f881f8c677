package dev.rollcall.contract.wire;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.zip.GZIPInputStream;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * The HTTP client below REST Assured. Reads every body itself, up to the cap and the deadline, so
 * that what is handed on is complete in memory; how the reading ended is told by {@link #ending}.
 *
 * <p>Used by one thread at a time.
 */
@SuppressWarnings("deprecation") // REST Assured is built on this generation of the client
final class GuardedClient extends org.apache.http.impl.client.DefaultHttpClient
    implements AutoCloseable {

  /** How reading an answer ended. */
  enum Ending {
    WHOLE,
    CUT,
    TOO_LONG,
    DEADLINE
  }

  /** Far beyond what any service needs; without a limit, a head without end would be kept whole. */
  private static final int LONGEST_LINE = 16 << 10;

  private static final int MOST_HEADERS = 200;
  private static final int MOST_LINES_BEFORE_STATUS = 10;
  private static final int LARGEST_HEAD = LONGEST_LINE * MOST_HEADERS;
  private static final int TICK_MILLIS = 20;

  private static final org.slf4j.Logger LOG =
      org.slf4j.LoggerFactory.getLogger(GuardedClient.class);

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "rollcall-deadline");
            thread.setDaemon(true);
            return thread;
          });
  private final Bounds bounds;
  private volatile Ending ending = Ending.WHOLE;

  GuardedClient(Bounds bounds) {
    this.bounds = bounds;
    int millis = (int) bounds.deadline().toMillis();
    getParams()
        .setIntParameter(org.apache.http.params.CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
    getParams()
        .setIntParameter(org.apache.http.params.CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_LINE);
    getParams()
        .setIntParameter(
            org.apache.http.params.CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
    getParams()
        .setIntParameter(
            org.apache.http.conn.params.ConnConnectionPNames.MAX_STATUS_LINE_GARBAGE,
            MOST_LINES_BEFORE_STATUS);
    getParams()
        .setBooleanParameter(org.apache.http.client.params.ClientPNames.HANDLE_REDIRECTS, false);
    getParams()
        .setParameter(
            org.apache.http.client.params.ClientPNames.COOKIE_POLICY,
            org.apache.http.client.params.CookiePolicy.IGNORE_COOKIES);
    setHttpRequestRetryHandler((problem, count, context) -> false);
    addRequestInterceptor(GuardedClient::dropAnyType);
    addResponseInterceptor(this::readBody);
  }

  /** How the last exchange ended. */
  Ending ending() {
    return ending;
  }

  @Override
  protected HttpRequestExecutor createRequestExecutor() {
    return new HttpRequestExecutor() {
      @Override
      public HttpResponse execute(
          HttpRequest request, HttpClientConnection connection, HttpContext context)
          throws IOException, HttpException {
        ending = Ending.WHOLE;
        long end = System.nanoTime() + bounds.deadline().toNanos();
        long most = received(connection) + LARGEST_HEAD + 2L * bounds.largestBody();
        ScheduledFuture<?> deadline =
            watch.scheduleAtFixedRate(
                () -> guard(connection, end, most), TICK_MILLIS, TICK_MILLIS, MILLISECONDS);
        context.setAttribute(DEADLINE, deadline);
        try {
          return super.execute(request, connection, context);
        } catch (IOException | HttpException | RuntimeException e) {
          deadline.cancel(false);
          throw e;
        }
      }
    };
  }

  private static final String DEADLINE = "rollcall.deadline";

  /** Bounds also what no limit of the client's does, such as what comes after the last chunk. */
  private void guard(HttpClientConnection connection, long end, long most) {
    boolean late = System.nanoTime() - end >= 0;
    if (late || received(connection) > most) {
      ending = late ? Ending.DEADLINE : Ending.TOO_LONG;
      drop(connection);
    }
  }

  private static long received(HttpClientConnection connection) {
    return connection.getMetrics().getReceivedBytesCount();
  }

  private static void drop(HttpClientConnection connection) {
    try {
      connection.shutdown();
    } catch (IOException e) {
      // The socket is closed all the same, and that is what was wanted.
      LOG.debug("while shutting down a connection", e);
    }
  }

  /** REST Assured declares a body of no type to be of any. */
  private static void dropAnyType(HttpRequest request, HttpContext context) {
    Header type = request.getFirstHeader("Content-Type");
    if (type != null && type.getValue().equals("*/*")) {
      request.removeHeader(type);
    }
  }

  private void readBody(HttpResponse response, HttpContext context) {
    var deadline = (ScheduledFuture<?>) context.getAttribute(DEADLINE);
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      byte[] body = read(entity, (HttpClientConnection) context.getAttribute("http.connection"));
      response.setEntity(new ByteArrayEntity(body));
      response.removeHeaders("Content-Encoding");
    }
    deadline.cancel(false);
  }

  private byte[] read(HttpEntity entity, HttpClientConnection connection) {
    var read = new ByteArrayOutputStream();
    try (InputStream raw = entity.getContent();
        InputStream body = inflated(raw, entity.getContentEncoding())) {
      byte[] buffer = new byte[16_384];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read.write(buffer, 0, Math.min(count, bounds.largestBody() - read.size()));
        if (read.size() >= bounds.largestBody()) {
          // Closing the stream would read on to the end of the body; without a connection it
          // cannot.
          connection.shutdown();
          ending = Ending.TOO_LONG;
          break;
        }
      }
    } catch (IOException e) {
      ending = ending == Ending.WHOLE ? Ending.CUT : ending;
      drop(connection);
    }
    return read.toByteArray();
  }

  private static InputStream inflated(InputStream raw, Header encoding) throws IOException {
    return encoding != null && encoding.getValue().equalsIgnoreCase("gzip")
        ? new GZIPInputStream(raw)
        : raw;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    getConnectionManager().shutdown();
  }
}
