package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir Path folder;

  @Test
  void aFileHoldsTheBareToken() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "abc.def\n");
    assertEquals("abc.def", found(Setting.TOKEN_FILE, file.toString()));
  }

  @Test
  void aCommandPrintsTheToken() {
    assertEquals("abc", found(Setting.TOKEN_COMMAND, "echo abc"));
  }

  @Test
  void aFailingCommandIsNamedWithItsExitCode() {
    assertEquals(
        "--token-command: the command 'exit 3' ended with exit code 3; run it by hand to see why",
        refusal(Setting.TOKEN_COMMAND, "exit 3"));
  }

  @Test
  void anEmptyOrBrokenTokenIsRefusedWithoutRepeatingIt() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "two words\n");
    String message = refusal(Setting.TOKEN_FILE, file.toString());
    assertTrue(message.endsWith("one line with the bare token is needed"), message);
    assertTrue(!message.contains("two words"), message);
  }

  @Test
  void anUnreadableFileIsNamed() {
    assertEquals(
        "--token-file: the file nowhere cannot be read; name a readable file",
        refusal(Setting.TOKEN_FILE, "nowhere"));
  }

  @Test
  void claimsAreReadFromAJwtAndFromNothingElse() {
    String claims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"appid\":\"app-1\"}".getBytes(StandardCharsets.UTF_8));
    Jwt jwt = Jwt.of(new Secret("h." + claims + ".s")).orElseThrow();
    assertEquals(Optional.of("app-1"), jwt.appId());
    assertEquals(Optional.empty(), jwt.claim("azp"));
    assertEquals(Optional.empty(), Jwt.of(new Secret("opaque")));
    assertEquals(Optional.empty(), Jwt.of(new Secret("not.base64!.x")));
  }

  private static String found(Setting setting, String value) {
    return Credentials.find(
            Settings.exactly(Map.of(setting, List.of(value))), InstantSource.system())
        .main()
        .orElseThrow()
        .token()
        .reveal();
  }

  private static String refusal(Setting setting, String value) {
    return assertThrows(InvalidSetting.class, () -> found(setting, value)).getMessage();
  }
}
