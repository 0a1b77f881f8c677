package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fault as the fake lists it. */
record Seeded(String id, String family, String operation, String description) {

  /** All of them, in the order of the fake. */
  static List<Seeded> all() throws IOException, InterruptedException {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults())) {
      var request =
          HttpRequest.newBuilder(URI.create(fake.baseUrl() + "/__admin/presence/faults")).build();
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, response.statusCode(), response.body());
      return JsonMapper.shared()
          .readTree(response.body())
          .path("available")
          .valueStream()
          .map(Seeded::of)
          .toList();
    }
  }

  private static Seeded of(JsonNode fault) {
    return new Seeded(
        fault.path("id").asString(),
        fault.path("family").asString(),
        fault.path("operation").asString(),
        fault.path("description").asString());
  }

  boolean isOfTheWire() {
    return family.equals("wire");
  }

  /** Whether a run against it mostly waits. */
  boolean isSlow() {
    return isOfTheWire() && id.endsWith("-delay");
  }
}
