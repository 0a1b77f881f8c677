package dev.rollcall.contract.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose presence an answer has to be. */
class ReplyTest {
  private static final String USER = "5E1F0001-0a42-4c0d-8e55-000000000001";

  @ParameterizedTest
  @CsvSource({
    "/users/" + USER + "/presence, \"" + USER + "\"",
    "/users/" + USER + "/presence, \"5e1f0001-0A42-4c0d-8e55-000000000001\"",
    "/communications/presences/" + USER + "?$select=id, \"" + USER + "\"",
    "/me/presence, \"somebody\"",
    "/users/" + USER + "/presence, \"\"",
  })
  void thePresenceOfTheAskedUserIsTaken(String path, String id) {
    answer(path, id).shows(Pair.BUSY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "\"5e1f0001\"", "\"00000000-0000-4000-8000-000000000000\""})
  void anyOtherIsNot(String id) {
    Reply reply = answer("/users/" + USER + "/presence", id);
    Deviation deviation = assertThrows(Deviation.class, () -> reply.shows(Pair.BUSY));
    assertEquals("the user of GET /users/" + USER + "/presence", deviation.expected());
  }

  private static Reply answer(String path, String id) {
    String body = "{\"id\":%s,\"availability\":\"Busy\",\"activity\":\"Busy\"}".formatted(id);
    return new Reply(
        new Answer(
            Call.of("getPresence", "GET", path),
            200,
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8),
            ""));
  }
}
