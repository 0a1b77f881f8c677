package dev.rollcall.contract.wire;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.rollcall.target.ProxyRefusal;
import dev.rollcall.target.Route;
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
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.routing.HttpRoutePlanner;
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
  private final Route way;
  private volatile Ending ending = Ending.WHOLE;

  GuardedClient(Bounds bounds, Route route) {
    this.bounds = bounds;
    this.way = route;
    getConnectionManager()
        .getSchemeRegistry()
        .register(
            new org.apache.http.conn.scheme.Scheme(
                "https", 443, new GuardedTls(route.tls(), this::inTime)));
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

  @Override
  protected HttpRoutePlanner createHttpRoutePlanner() {
    return (host, request, context) -> {
      boolean secure = host.getSchemeName().equals("https");
      return way.proxyFor(java.net.URI.create(host.toURI()))
          .map(proxy -> new HttpHost(proxy.getHostString(), proxy.getPort()))
          .map(proxy -> new HttpRoute(host, null, proxy, secure))
          .orElseGet(() -> new HttpRoute(host, null, secure));
    };
  }

  /** REST Assured brings one of its own to every request; it knows the JVM's proxies alone. */
  @Override
  public void setRoutePlanner(HttpRoutePlanner another) {
    LOG.debug("kept our route planner, was offered {}", another);
  }

  /** Forgets how the last exchange ended. */
  void begin() {
    ending = Ending.WHOLE;
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
        long end = System.nanoTime() + bounds.deadline().toNanos();
        long most = received(connection) + LARGEST_HEAD + 2L * bounds.largestBody();
        ScheduledFuture<?> deadline =
            watch.scheduleAtFixedRate(
                () -> guard(connection, end, most), TICK_MILLIS, TICK_MILLIS, MILLISECONDS);
        context.setAttribute(DEADLINE, deadline);
        try {
          HttpResponse response = super.execute(request, connection, context);
          rejectRefusal(request, response, context);
          if (isConnect(request)) {
            deadline.cancel(false); // each step in the tunnel has one of its own
          }
          return response;
        } catch (IOException | HttpException | RuntimeException e) {
          deadline.cancel(false);
          throw e;
        }
      }
    };
  }

  private static final String DEADLINE = "rollcall.deadline";

  /**
   * Ends whatever has not ended by the deadline.
   *
   * @return to be cancelled when it has
   */
  private ScheduledFuture<?> inTime(Runnable abort) {
    return watch.schedule(
        () -> {
          ending = Ending.DEADLINE;
          abort.run();
        },
        bounds.deadline().toMillis(),
        MILLISECONDS);
  }

  /** The client would hand on a proxy's own answer as if it were the target's. */
  private static void rejectRefusal(HttpRequest request, HttpResponse response, HttpContext context)
      throws ProxyRefusal {
    int status = response.getStatusLine().getStatusCode();
    boolean refused =
        isConnect(request)
            ? status / 100 != 2
            : status == ProxyRefusal.CREDENTIALS_WANTED && isProxied(context);
    if (refused) {
      throw new ProxyRefusal(status);
    }
  }

  private static boolean isProxied(HttpContext context) {
    return org.apache.http.client.protocol.HttpClientContext.adapt(context)
            .getHttpRoute()
            .getProxyHost()
        != null;
  }

  private static boolean isConnect(HttpRequest request) {
    return request.getRequestLine().getMethod().equals("CONNECT");
  }

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
    if (isConnect((HttpRequest) context.getAttribute("http.request"))) {
      return; // what follows is the tunnel
    }
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
