package dev.rollcall.target;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a target outside of what is judged: the fake's {@code /__admin/presence}, and the one
 * probe for a signed-in user. Bounded in time and size, follows no redirect.
 */
final class ControlPlane {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int LARGEST_BODY = 4 << 20;
  private static final String ADMIN = "/__admin/presence/";

  /** An answer; the JSON is missing when the body is none. */
  record Answer(int status, JsonNode json) {}

  private final HttpClient client;
  private final URI origin;
  private final Duration deadline;
  private final AtomicBoolean heard = new AtomicBoolean();
  private volatile String silence = "";
  private final Route route;
  private volatile Optional<SSLSession> tls = Optional.empty();

  ControlPlane(URI origin, Route route) {
    this(origin, route, DEADLINE);
  }

  ControlPlane(URI origin, Route route, Duration deadline) {
    this.origin = origin;
    this.deadline = deadline;
    this.client = route.client().connectTimeout(deadline).build();
    this.route = route;
  }

  /**
   * Asks the fake for something that it has to grant.
   *
   * @throws Unreachable if it refuses or does not answer: what it is says so falsely, or is of
   *     another version
   */
  JsonNode require(String method, String path, String body) {
    Answer answer =
        send(method, ADMIN + path, body, Optional.empty())
            .orElseThrow(() -> noFake(method + " " + ADMIN + path + " has no answer"));
    if (answer.status() / 100 != 2) {
      throw noFake(method + " " + ADMIN + path + " is answered with " + answer.status());
    }
    return answer.json();
  }

  /** What says that it is a fake of ours, and does not act like one. */
  Unreachable noFake(String why) {
    return new Unreachable(
        origin + " says that it is Rollcall's fake, but " + why + "; is it of another version?");
  }

  /**
   * Sends one request; empty when nothing that can be read comes back in time.
   *
   * @throws Unreachable if there is nobody to connect to, or something on the way there that keeps
   *     us from it
   */
  Optional<Answer> send(String method, String path, String body, Optional<Secret> token) {
    var request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(deadline)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    var begun = new AtomicBoolean();
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(
            request.build(),
            info -> {
              begun.set(true);
              return new Capped();
            });
    try {
      HttpResponse<byte[]> response = sent.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      heard.set(true);
      tls = response.sslSession();
      rejectUnpassed(response.statusCode());
      return Optional.of(new Answer(response.statusCode(), json(response.body())));
    } catch (ExecutionException e) {
      rejectUnreachable(e.getCause());
      noteUnread(e.getCause(), begun.get());
      return Optional.empty();
    } catch (TimeoutException e) {
      sent.cancel(true);
      noteDeadline();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Who proved to be at the other end of TLS; empty without it. */
  Optional<String> peer() {
    return tls.flatMap(ControlPlane::peer);
  }

  private static Optional<String> peer(SSLSession session) {
    try {
      X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
      return Optional.of(
          session.getProtocol()
              + ", "
              + certificate.getSubjectX500Principal().getName()
              + ", issued by "
              + certificate.getIssuerX500Principal().getName()
              + ", valid until "
              + certificate.getNotAfter().toInstant());
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty(); // nobody has proved anything
    }
  }

  /** No target asks for credentials of a proxy. */
  private void rejectUnpassed(int status) {
    if (status == ProxyRefusal.CREDENTIALS_WANTED && route.proxyFor(origin).isPresent()) {
      rejectUnreachable(new ProxyRefusal(status));
    }
  }

  /**
   * Ends a run early that would end in the same sentence for every check.
   *
   * @throws Unreachable if nothing that was asked so far had an answer, not even a bad one
   */
  void requireHeard() {
    if (!heard.get() && !silence.isEmpty()) {
      throw new Unreachable(origin + " takes connections, but " + silence);
    }
  }

  /** What came in time and cannot be read is an answer all the same: the checks will judge it. */
  private void noteUnread(Throwable problem, boolean begun) {
    if (causes(problem).anyMatch(HttpTimeoutException.class::isInstance)) {
      noteDeadline();
    } else if (begun || causes(problem).anyMatch(ControlPlane::isNoHttp)) {
      heard.set(true);
    } else {
      silence =
          "closes them before an answer comes (" + problem.getMessage() + "); check the address";
    }
  }

  private static boolean isNoHttp(Throwable problem) {
    return problem instanceof ProtocolException;
  }

  private void noteDeadline() {
    silence =
        "gives no whole answer within "
            + deadline.toMillis() / 1000.0
            + " s; check the address, and that the service is well";
  }

  private void rejectUnreachable(Throwable problem) {
    boolean nobody =
        causes(problem)
            .anyMatch(
                cause ->
                    cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof UnresolvedAddressException
                        || cause instanceof HttpConnectTimeoutException);
    route
        .obstacle(problem, origin)
        .ifPresent(
            sentence -> {
              throw new Unreachable(sentence);
            });
    if (nobody) {
      throw new Unreachable(
          "nothing answers at " + origin + "; check the address, and that the service is running");
    }
  }

  private static Stream<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
  }

  private static JsonNode json(byte[] body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return JsonMapper.shared().missingNode();
    }
  }

  /** Reads a body up to the cap and gives up beyond it. */
  private static final class Capped implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
      subscription = upstream;
      upstream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        read.writeBytes(bytes);
      }
      if (read.size() > LARGEST_BODY) {
        subscription.cancel();
        body.completeExceptionally(
            new IllegalStateException("body over " + LARGEST_BODY + " bytes"));
      }
    }

    @Override
    public void onError(Throwable problem) {
      body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
      body.complete(read.toByteArray());
    }
  }
}
