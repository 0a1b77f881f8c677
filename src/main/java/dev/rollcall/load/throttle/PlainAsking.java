package dev.rollcall.load.throttle;

import dev.rollcall.load.question.Judgement;
import dev.rollcall.load.question.Question;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends a request of a run's kind by itself, one at a time.
 *
 * @param root service root of the version
 * @param authorization the header's value, empty without token
 */
public record PlainAsking(HttpClient client, String root, Supplier<Optional<String>> authorization)
    implements Manners.Asking {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Override
  public Manners.Told ask(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + question.path()))
            .timeout(DEADLINE)
            .header("Accept", "application/json");
    if (!question.isGet()) {
      request
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofByteArray(question.body()));
    }
    authorization.get().ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      Judgement judgement =
          question.judge().judge(question.asked(), answer.statusCode(), answer.body());
      Map<String, String> wait =
          answer
              .headers()
              .firstValue(RetryAfter.NAME)
              .map(value -> Map.of(RetryAfter.NAME, value))
              .orElseGet(Map::of);
      return new Manners.Told(
          judgement.isOk(), answer.statusCode() == Judgement.THROTTLED, RetryAfter.of(wait));
    } catch (IOException e) {
      return unanswered(); // whoever wants to know asks again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unanswered();
    }
  }

  private static Manners.Told unanswered() {
    return new Manners.Told(false, false, new RetryAfter(Optional.empty()));
  }
}
