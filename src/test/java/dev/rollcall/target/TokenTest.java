package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

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
        "--token-command exit 3: it ended with exit code 3; run it by hand to see why",
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
        "--token-file nowhere: the file cannot be read; name a readable file that holds the token",
        refusal(Setting.TOKEN_FILE, "nowhere"));
  }

  @Test
  void claimsAreReadFromAJwtAndFromNothingElse() {
    String claims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"appid\":\"app-1\"}".getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.of("app-1"), Token.claim(new Secret("h." + claims + ".s"), "appid"));
    assertEquals(Optional.empty(), Token.claim(new Secret("h." + claims + ".s"), "azp"));
    assertEquals(Optional.empty(), Token.claim(new Secret("opaque"), "appid"));
    assertEquals(Optional.empty(), Token.claim(new Secret("not.base64!.x"), "appid"));
  }

  private static String found(Setting setting, String value) {
    return Token.find(Settings.exactly(Map.of(setting, List.of(value)))).orElseThrow().reveal();
  }

  private static String refusal(Setting setting, String value) {
    return assertThrows(InvalidSetting.class, () -> found(setting, value)).getMessage();
  }
}
