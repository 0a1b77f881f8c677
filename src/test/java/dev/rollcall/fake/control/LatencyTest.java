package dev.rollcall.fake.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Http;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.fake.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatencyTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(10));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  @BeforeEach
  void reset() {
    http.admin("POST", "reset", "");
  }

  private static List<Integer> drawn(String json) {
    Latency latency = new Latency();
    new AdminLatency(latency).put(MAPPER.readTree(json));
    return IntStream.range(0, 1_000).map(i -> latency.next(Optional.empty())).boxed().toList();
  }

  @Test
  void anAnswerIsHeldBackWhereItIsToBe() throws IOException {
    http.admin("PUT", "latency", "{\"fixed\":\"5s\",\"operation\":\"getPresence\"}");
    Duration patience = Duration.ofMillis(200);
    String[] bearer = {"Authorization", "Bearer x"};
    assertThrows(
        IOException.class, () -> http.attempt(patience, "GET", "/v1.0/me/presence", "", bearer));
    assertEquals(
        404, http.attempt(Duration.ofSeconds(4), "GET", "/v1.0/none", "", bearer).status());
    assertEquals("{}", http.admin("PUT", "latency", "{}").text());
    assertEquals(
        200, http.attempt(Duration.ofSeconds(4), "GET", "/v1.0/me/presence", "", bearer).status());
  }

  @Test
  void delaysAreSpreadAsTheyAreAskedFor() {
    assertEquals(List.of(20), drawn("{\"fixed\":\"20ms\"}").stream().distinct().toList());
    assertEquals(List.of(1_500), drawn("{\"fixed\":\"1.5s\"}").stream().distinct().toList());
    assertEquals(List.of(20), drawn("{\"fixed\":\"PT0.02S\"}").stream().distinct().toList());
    List<Integer> uniform = drawn("{\"uniform\":[\"10ms\",\"50ms\"]}").stream().sorted().toList();
    assertTrue(uniform.get(0) >= 10 && uniform.get(0) < 12, uniform::toString);
    assertTrue(uniform.get(999) <= 50 && uniform.get(999) > 48, uniform::toString);
    List<Integer> lognormal =
        drawn("{\"lognormal\":{\"median\":\"200ms\",\"sigma\":0.4}}").stream().sorted().toList();
    assertEquals(200, lognormal.get(500), 15);
    assertEquals(200 * Math.exp(0.4), lognormal.get(841), 20);
    assertEquals(drawn("{\"uniform\":[\"0ms\",\"9s\"]}"), drawn("{\"uniform\":[\"0ms\",\"9s\"]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fixed\":\"20\"} | 'fixed' has no delay such as 20ms",
        "{\"fixed\":20} | 'fixed' has no delay from 0ms to 60s",
        "{\"fixed\":\"61s\"} | 'fixed' has no delay from 0ms to 60s",
        "{\"fixed\":\"-PT1S\"} | 'fixed' has no delay from 0ms to 60s",
        "{\"fixed\":\"20ms\",\"uniform\":[]} | it is not clear",
        "{\"operation\":\"getPresence\"} | it is not clear",
        "{\"gamma\":1} | it is not clear",
        "{\"fixed\":\"20ms\",\"operation\":\"x\"} | 'operation' is none of getPresence,",
        "{\"uniform\":[\"20ms\"]} | 'uniform' is no list of two",
        "{\"uniform\":[\"20ms\",\"10ms\"]} | 'uniform' ends before it begins",
        "{\"lognormal\":5} | 'lognormal' is no object",
        "{\"lognormal\":{\"median\":\"20ms\"}} | 'sigma' is no number from 0 to 5",
        "{\"lognormal\":{\"sigma\":1}} | 'median' has no delay",
      })
  void badInputIsOneSentenceAndChangesNothing(String json, String sentence) {
    http.admin("PUT", "latency", "{\"lognormal\":{\"median\":\"0ms\",\"sigma\":0}}");
    Reply reply = http.admin("PUT", "latency", json);
    assertEquals(400, reply.status(), reply::text);
    String error = reply.json().path("error").asString();
    assertTrue(error.contains(sentence), error);
    assertEquals(
        "{\"lognormal\":{\"median\":\"0ms\",\"sigma\":0}}",
        http.admin("GET", "latency", "").text());
  }
}
