package dev.rollcall.contract.wire;

import static io.restassured.RestAssured.given;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.target.Pace;
import dev.rollcall.target.Route;
import dev.rollcall.target.Target;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.http.HttpException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;

/**
 * The one way to a target. Every exchange is paced, bounded, recorded without secrets and shown to
 * a witness before the check sees it. Safe for use by many threads.
 */
public final class Wire implements AutoCloseable {
  /** How the client tells it, by an exception of no type of its own. */
  private static final String LINE_TOO_LONG = "Maximum line length limit exceeded";

  private static final int ATTEMPTS = 3;

  private final String root;
  private final Target target;
  private final Pace pace;
  private final Bounds bounds;
  private final Recording recording;
  private final Deque<Lane> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger deadlines = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();

  /** What one thread sends with. */
  private record Lane(GuardedClient client, RestAssuredConfig config) {

    static Lane opened(Bounds bounds, Route route) {
      GuardedClient client = new GuardedClient(bounds, route);
      RestAssuredConfig config =
          RestAssuredConfig.config()
              .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client))
              .encoderConfig(
                  EncoderConfig.encoderConfig()
                      .appendDefaultContentCharsetToContentTypeIfUndefined(false))
              .redirect(RedirectConfig.redirectConfig().followRedirects(false))
              .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
      return new Lane(client, config);
    }
  }

  /**
   * @param version the segment below which the operations are
   */
  public Wire(Target target, String version, Bounds bounds) {
    this(target, version, bounds, target.pace());
  }

  Wire(Target target, String version, Bounds bounds, Pace pace) {
    this.root = target.root(version);
    this.target = target;
    this.pace = pace;
    this.bounds = bounds;
    this.recording = new Recording(target);
  }

  /**
   * Sends a request; on a target that is not ours again, if it was throttled: then it was not done.
   *
   * @param answered is shown each answer and its record before the caller is
   * @param unanswered is shown the record of a request to which none came
   * @throws NoAnswer if nothing that counts as an answer came
   */
  public Answer send(
      Call call, BiConsumer<Answer, Exchange> answered, Consumer<Exchange> unanswered) {
    for (int attempt = 1; true; attempt++) {
      requireHope();
      Answer answer = sendOnce(call, answered, unanswered);
      // Of our fake it is a check's own doing, whose clock it may move.
      if (target.ours() || !RetryAfter.isAsked(answer)) {
        throttled.set(0);
        return answer;
      }
      pace.hold(RetryAfter.of(answer, attempt));
      if (attempt == ATTEMPTS) {
        throttled.incrementAndGet();
        throw new NoAnswer(
            "throttled: "
                + call
                + " was answered with "
                + answer.status()
                + " "
                + ATTEMPTS
                + " times, though it waited in between; come again later, or with a lower --pace");
      }
    }
  }

  private void requireHope() {
    if (deadlines.get() >= bounds.inARow()) {
      throw new NoAnswer(
          NoAnswer.NOT_SENT
              + bounds.inARow()
              + " requests in a row had no answer within "
              + seconds(bounds.deadline()));
    }
    if (throttled.get() >= bounds.inARow()) {
      throw new NoAnswer(
          NoAnswer.NOT_SENT + bounds.inARow() + " requests in a row were throttled to the end");
    }
  }

  private Answer sendOnce(
      Call call, BiConsumer<Answer, Exchange> answered, Consumer<Exchange> unanswered) {
    await();
    long start = System.nanoTime();
    try {
      Answer answer = exchange(call);
      deadlines.set(0);
      answered.accept(answer, recording.of(root, call, answer, millisSince(start)));
      return answer;
    } catch (Unanswered e) {
      unanswered.accept(recording.of(root, call, millisSince(start)));
      throw new NoAnswer(call + ": " + e.getMessage());
    }
  }

  private Answer exchange(Call call) throws Unanswered {
    Lane lane =
        Optional.ofNullable(idle.poll()).orElseGet(() -> Lane.opened(bounds, target.route()));
    try {
      return exchange(call, lane);
    } finally {
      idle.push(lane);
    }
  }

  private Answer exchange(Call call, Lane lane) throws Unanswered {
    GuardedClient client = lane.client();
    client.begin();
    try {
      Response response =
          specification(call, lane.config()).request(call.method(), root + call.path());
      if (client.ending() == GuardedClient.Ending.DEADLINE) {
        throw deadline();
      }
      return recording.answer(call, response, flaw(client.ending()));
    } catch (Unanswered e) {
      throw e;
    } catch (RuntimeException e) {
      if (client.ending() == GuardedClient.Ending.WHOLE) {
        throw e;
      }
      return unreadable(call, client, e); // the connection was closed under its hands
    } catch (Exception e) { // REST Assured throws checked ones without declaring them
      return unreadable(call, client, e);
    }
  }

  /** Tells an answer that cannot be read, which counts as one, from no answer at all. */
  private Answer unreadable(Call call, GuardedClient client, Exception problem) throws Unanswered {
    if (client.ending() == GuardedClient.Ending.DEADLINE) {
      throw deadline();
    }
    if (client.ending() == GuardedClient.Ending.TOO_LONG) {
      return unreadable(call, "an answer without end");
    }
    if (problem instanceof HttpException || problem.getCause() instanceof HttpException) {
      return unreadable(call, "something that is no HTTP");
    }
    if (problem instanceof MessageConstraintException
        || LINE_TOO_LONG.equals(problem.getMessage())) {
      return unreadable(call, "headers without end (" + problem.getMessage() + ")");
    }
    if (problem instanceof NoHttpResponseException) {
      throw new Unanswered("the connection was closed before a status line came");
    }
    if (problem instanceof IOException) {
      throw new Unanswered(
          target
              .route()
              .obstacle(problem, target.root())
              .orElseGet(() -> String.valueOf(problem.getMessage())));
    }
    throw new IllegalStateException("REST Assured failed on " + call, problem);
  }

  private static Answer unreadable(Call call, String flaw) {
    return new Answer(call, 0, Map.of(), new byte[0], flaw);
  }

  private String flaw(GuardedClient.Ending ending) {
    return switch (ending) {
      case WHOLE -> "";
      case CUT, DEADLINE -> "the body cut short";
      case TOO_LONG -> "the body longer than the " + bounds.largestBody() + " bytes that are read";
    };
  }

  private Unanswered deadline() {
    deadlines.incrementAndGet();
    return new Unanswered("no whole answer within " + seconds(bounds.deadline()));
  }

  private RequestSpecification specification(Call call, RestAssuredConfig config) {
    RequestSpecification specification = given().config(config).urlEncodingEnabled(false);
    if (call.authorized()) {
      target
          .token(call.path())
          .ifPresent(token -> specification.header("Authorization", "Bearer " + token.reveal()));
    }
    call.headers().forEach(specification::header);
    if (call.body().length > 0) {
      specification.body(call.body());
    }
    if (!call.headers().containsKey("Content-Type")) {
      specification.noContentType(); // REST Assured would make one up
    }
    return specification;
  }

  private void await() {
    try {
      pace.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(NoAnswer.NOT_SENT + "the run was interrupted");
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  /** Closes the connections; by then no request is under way. */
  @Override
  public void close() {
    idle.forEach(lane -> lane.client().close());
  }

  /** No answer came; the reason is the message. */
  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String message) {
      super(message);
    }
  }
}
