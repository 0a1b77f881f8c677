package dev.rollcall.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server refuses by itself, in the words of the service. */
class FrontTest {
  private static final String ME = "/v1.0/me/presence";
  private static PresenceFake fake;
  private static Http http;

  @BeforeAll
  static void start() {
    fake = PresenceFake.start(FakeOptions.defaults());
    http = Http.to(fake.baseUrl());
  }

  @AfterAll
  static void stop() {
    fake.close();
  }

  @Test
  void aBodyThatIsNotWhatItsEncodingSaysIsABadRequest() {
    Reply reply = http.send("POST", Paths.BATCH, "{}", "Content-Encoding", "gzip");
    assertEquals("400 BadRequest", reply.status() + " " + reply.code());
  }

  @Test
  void aFormWithoutBoundaryIsABadRequest() {
    Reply reply = http.send("POST", Paths.BUNDLE, "{}", "Content-Type", "multipart/form-data");
    assertEquals("400 BadRequest", reply.status() + " " + reply.code());
  }

  @Test
  void anUnknownMethodIsTheWrongOne() throws IOException {
    byte[] request = ("get /elsewhere HTTP/1.1\r\nHost: fake\r\n\r\n").getBytes(US_ASCII);
    try (RawHttp raw = new RawHttp(fake.port())) {
      assertEquals(405, raw.exchange(request, false).status());
    }
  }

  @Test
  void theControlPlaneSaysSoInItsOwnForm() {
    Reply reply = http.send("PUT", "/__admin/presence/settle", "{}", "Content-Encoding", "gzip");
    assertEquals(400, reply.status());
    assertEquals("the request cannot be answered", reply.json().path("error").asString());
  }

  @Test
  void halfACharacterIsRefusedWhereverATextIsTaken() {
    Reply reply =
        http.post(
            ME + "/setManualLocation", "{\"workLocationType\":\"office\",\"placeId\":\"\\ud800\"}");
    assertEquals("400 InvalidArgument", reply.status() + " " + reply.code());
    assertEquals(200, http.get(ME).status());
  }
}
