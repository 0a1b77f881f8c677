package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.fake.call.FakeRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official Java client waits as long as a fake at its limit says, and gets through. */
class GraphSdkRetryIT {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private PresenceFake fake;
  private GraphServiceClient graph;

  /** The next request is one too many; a second later it is not. */
  @BeforeEach
  void start() throws Exception {
    fake = PresenceFake.start(FakeOptions.defaults());
    graph = GraphSdk.client(fake.baseUrl());
    HttpRequest limit =
        HttpRequest.newBuilder(URI.create(fake.baseUrl() + "/__admin/presence/throttle"))
            .header("Content-Type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"requests\": 1, \"window\": \"%s\", \"spent\": 1}".formatted(WINDOW)))
            .build();
    assertEquals(
        200,
        HttpClient.newHttpClient()
            .send(limit, HttpResponse.BodyHandlers.discarding())
            .statusCode());
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void aReadIsSentAgain() {
    assertEquals("Offline", graph.me().presence().get().getAvailability());
    assertSecondTryServed("getPresence");
  }

  @Test
  void soIsAWriteWithItsBody() {
    var session = GraphSdk.session("Busy", "InACall");
    graph.me().presence().setPresence().post(session);
    assertSecondTryServed("setPresence");
    assertTrue(fake.control().snapshot().contains("InACall"));
  }

  private void assertSecondTryServed(String operation) {
    List<FakeRequest> newestFirst = fake.control().requests();
    assertEquals(List.of(200, 429), newestFirst.stream().map(FakeRequest::status).toList());
    for (FakeRequest request : newestFirst) {
      assertEquals(Optional.of(operation), request.operation());
    }
    Duration waited = Duration.between(newestFirst.get(1).at(), newestFirst.get(0).at());
    assertTrue(waited.compareTo(WINDOW) >= 0, "waited " + waited);
  }
}
