package dev.rollcall.contract.ask;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.contract.Stranger;
import dev.rollcall.contract.UnsignedTokens;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On somebody's service nobody is written who was not named, however the request is spelled. */
class LeaveTest {
  private static final String NAMED = Stranger.USERS.get(0);
  private static final String OTHER = Stranger.USERS.get(1);
  private static final String ACTION = "/presence/setPresence";

  @TempDir Path folder;
  private Stranger stranger;
  private Target target;

  @BeforeEach
  void open() throws IOException {
    stranger = Stranger.start();
    target = target("opaque");
  }

  @AfterEach
  void close() {
    target.close();
    stranger.close();
  }

  private Target target(String token) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), token);
    return Target.open(
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of(stranger.url()),
                Setting.ALLOW_WRITES, List.of("127.0.0.1"),
                Setting.TEST_USERS, List.of(NAMED),
                Setting.TOKEN_FILE, List.of(file.toString()))));
  }

  private void assertStays(Call call) {
    var thrown =
        assertThrows(
            IllegalStateException.class, () -> new Leave(target).require(call), call.toString());
    assertEquals(call + " would write a user who was not named", thrown.getMessage());
  }

  private void assertLeaves(Call call) {
    assertDoesNotThrow(() -> new Leave(target).require(call), call.toString());
  }

  private static Call post(String path) {
    return Call.of("setPresence", "POST", path).json("{}");
  }

  private static Call batch(String method, String url) {
    String part = "{\"id\":\"1\",\"method\":\"%s\",\"url\":\"%s\"}".formatted(method, url);
    return Call.of("batch", "POST", "/$batch").json("{\"requests\":[" + part + "]}");
  }

  private static String in(String path, String user) {
    return path.replace("NAMED", NAMED).replace("OTHER", user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/OTHER",
        "//users//OTHER",
        "/Users/OTHER",
        "/users/OTHER/",
        "/%2Fusers/OTHER",
        "/%2fusers%2fOTHER",
        "/%252Fusers%252FOTHER",
        "/%75sers/OTHER",
        "\\\\users\\\\OTHER",
        "/users('OTHER')",
        "/users(%27OTHER%27)",
        "/users/OTHER;a=b",
        "/users/OTHER%00",
        "/users/NAMED/../OTHER",
        "/users/NAMED/%2e%2e/OTHER",
        "/users/./OTHER",
        "/users/",
        "/users/somebody@example.com",
        "/communications/presences/OTHER",
        "/communications/presences('OTHER')",
        "/v1.0/users/OTHER",
        "/users/NAMED/manager/users/OTHER",
      })
  void aWriteToAnybodyElseStays(String path) {
    for (String user : List.of(OTHER, OTHER.toLowerCase(java.util.Locale.ROOT))) {
      String whole = in(path, user) + ACTION;
      assertStays(post(whole.replace("\\\\", "\\")));
      assertStays(batch("POST", whole));
      assertStays(batch("POST", whole.substring(1)));
      assertStays(batch("patch", "https://staging.example/graph/v1.0" + whole));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/NAMED",
        "/Users/NAMED",
        "/%2Fusers/NAMED",
        "/users('NAMED')",
        "/communications/presences/NAMED",
      })
  void aWriteToWhoWasNamedLeavesInAnySpelling(String path) {
    for (String user : List.of(NAMED, NAMED.toLowerCase(java.util.Locale.ROOT))) {
      String whole = path.replace("NAMED", user) + ACTION;
      assertLeaves(post(whole));
      assertLeaves(batch("POST", whole));
    }
  }

  @Test
  void whoIsReadNeedNotBeNamed() {
    assertLeaves(Call.of("getPresence", "GET", "/users/" + OTHER + "/presence"));
    assertLeaves(Call.of("getPresence", "GET", "/me/presence"));
    assertLeaves(batch("GET", "/users/" + OTHER + "/presence"));
    assertLeaves(
        Call.of("getPresencesByUserId", "POST", "/communications/getPresencesByUserId")
            .json("{\"ids\":[\"" + OTHER + "\"]}"));
    assertLeaves(post("/there/is/no/such/path"));
  }

  @Test
  void aReadThatIsAWriteInDisguiseStays() {
    Call read = Call.of("getPresence", "GET", "/users/" + OTHER + ACTION);
    assertStays(read.header("X-HTTP-Method-Override", "POST"));
    assertStays(batch("", "/users/" + OTHER + ACTION));
    assertStays(
        Call.of("batch", "POST", "/$batch")
            .json(
                """
                {"requests":[{"method":"GET","url":"/users/%s","headers":{"x-http-method":"POST"}}]}
                """
                    .formatted(OTHER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/$batch", "/%24batch", "/$BATCH", "//$batch/", "/$batch?x=y"})
  void aBatchIsLookedIntoByWhateverName(String path) {
    Call write = batch("POST", "/users/" + OTHER + ACTION);
    String body = new String(write.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertStays(Call.of("batch", "POST", path).json(body));
    assertStays(Call.of("batch", "POST", path).json(body + "}")); // no JSON to a strict reader
    assertStays(batch("POST", path));
  }

  @Test
  void oneOfManyPartsIsEnough() {
    String part = "{\"method\":\"POST\",\"url\":\"/users/%s" + ACTION + "\"}";
    assertStays(
        Call.of("batch", "POST", "/$batch")
            .json(
                "{\"requests\":[%s,%s]}".formatted(part.formatted(NAMED), part.formatted(OTHER))));
  }

  @Test
  void whereNobodyIsSignedInNoWriteToMeLeaves() {
    assertStays(post("/me" + ACTION));
    assertStays(post("/Me" + ACTION));
    assertStays(batch("POST", "me" + ACTION));
  }

  @Test
  void theSignedInUserIsWrittenIfNamed() throws IOException {
    target = target(UnsignedTokens.user(NAMED));
    assertLeaves(post("/me" + ACTION));
    assertLeaves(batch("POST", "/me" + ACTION));
    target = target(UnsignedTokens.user(OTHER));
    assertStays(post("/me" + ACTION));
    assertStays(batch("POST", "/me" + ACTION));
    assertStays(post("/users/" + OTHER + ACTION));
  }
}
