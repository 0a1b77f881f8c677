package dev.rollcall.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as a shell understands them: it gets each one, with a curl that says what it got. */
class CurlTest {
  private static final String URL = "http://127.0.0.1:8080/v1.0/users/u/presence";

  @Test
  void aReadIsItsAddressAndItsToken() {
    assertEquals(
        "curl -i '" + URL + "' -H \"Authorization: Bearer $ROLLCALL_TOKEN\"",
        command("GET", URL, Map.of("Authorization", "Bearer ***"), ""));
  }

  @Test
  void aWriteSendsItsBodyAsItIs() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", "Bearer $ROLLCALL_TOKEN_OTHER_APP");
    headers.put("Content-Type", "application/json");
    assertEquals(
        "curl -i -X POST '"
            + URL
            + "' -H \"Authorization: Bearer $ROLLCALL_TOKEN_OTHER_APP\""
            + " -H 'Content-Type: application/json' --data-raw '{\"a\":1}'",
        command("POST", URL, headers, "{\"a\":1}"));
  }

  @Test
  void theShellPutsTheTokenIn() throws Exception {
    String command = command("GET", URL, Map.of("authorization", "Bearer ***"), "");
    assertEquals(
        List.of("-i", URL, "-H", "authorization: Bearer se\"cret $HOME"), words(command).words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "'",
        "''\"\"",
        "$HOME `id` $(id) !!",
        "back\\slash \\n \\\\",
        "100 % %s",
        "two  blanks",
        "Grüße, 你好 \ud83d\ude00",
        "*",
        "-x"
      })
  void whatIsPrintableIsSentAsItStands(String body) throws Exception {
    Heard heard = words(command("POST", URL, Map.of("Content-Type", "text/plain"), body));
    assertEquals(
        List.of("-i", "-X", "POST", URL, "-H", "Content-Type: text/plain", "--data-raw", body),
        heard.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "ends with one\n\n",
        "\ttab\r\n",
        "esc\u001b[2J 7\u00077",
        "turned \u202e round\n",
        "it's\n100 % \\n \\\\ $HOME",
        "-\n",
        "Grüße\n\ud83d\ude00"
      })
  void whatIsNotPrintableIsPrintedByteByByte(String body) throws Exception {
    String command = command("POST", URL, Map.of("Content-Type", "text/plain"), body);
    Heard heard = words(command);
    assertEquals(body, heard.body());
    assertEquals("@-", heard.words().get(heard.words().size() - 1));
    assertTrue(command.chars().noneMatch(c -> c < ' '), "one line");
    assertFalse(command.contains("\u202e"), "nothing that turns the line round");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, '', ''",
    "GET, '{}', --data-raw '{}'",
    "DELETE, '', ''",
    "POST, '', --data-raw ''",
    "PUT, '', --data-raw ''"
  })
  void aBodyThatIsEmptyIsSentWhereOneIsExpected(String method, String body, String data) {
    String command = command(method, URL, Map.of(), body);
    assertEquals(!data.isEmpty(), command.contains("--data-raw"), command);
    assertEquals(!data.isEmpty(), command.contains("-H 'Content-Type:'"), "no type was sent");
  }

  @Test
  void aHeadRequestWaitsForNoBody() {
    assertEquals("curl -i --head '" + URL + "'", command("HEAD", URL, Map.of(), ""));
  }

  @Test
  void otherWordsAfterBearerAreNoVariable() throws Exception {
    String command = command("GET", URL, Map.of("Authorization", "Bearer it's $(id) ***"), "");
    assertEquals(
        List.of("-i", URL, "-H", "Authorization: Bearer it's $(id) ***"), words(command).words());
  }

  @Test
  void anAddressIsTakenAsItStands() throws Exception {
    String odd = "http://127.0.0.1:8080/v1.0/users/{x}/../presence?$select=it's";
    assertEquals(
        List.of("-i", "--globoff", "--path-as-is", odd),
        words(command("GET", odd, Map.of(), "")).words());
  }

  @Test
  void aBodyThatIsNotOnRecordAsAWholeIsNotPretended() {
    Curl curl = curl("POST", "{\"ids\":[\"a\"… (26013 bytes)");
    assertFalse(curl.isWhole());
    assertTrue(curl.command().endsWith(" --data-binary @body"), curl.command());
    assertEquals(
        "11 of the body's 26,013 bytes are on record: the command sends a file 'body' that you have"
            + " to write",
        curl.gap());
  }

  @Test
  void bytesThatWereNoTextAreSaidToBeLost() {
    assertEquals(
        "some bytes of the body were no text and are lost", curl("POST", "a\ufffdb").gap());
    assertTrue(curl("POST", "ab").isWhole());
  }

  private static Curl curl(String method, String body) {
    return Curl.of(new Exchange.Request(method, URL, Map.of(), body));
  }

  private static String command(
      String method, String url, Map<String, String> headers, String body) {
    return Curl.of(new Exchange.Request(method, url, headers, body)).command();
  }

  /** What reached curl. */
  private record Heard(List<String> words, String body) {}

  private static Heard words(String command) throws IOException, InterruptedException {
    String curl =
        "curl() { for word; do printf '%s\\0' \"$word\"; done; printf '\\0\\0';"
            + " case \"$*\" in *@-) cat;; esac; }\n";
    var builder = new ProcessBuilder("sh", "-c", curl + command).redirectErrorStream(true);
    builder.environment().put("ROLLCALL_TOKEN", "se\"cret $HOME");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process shell = builder.start();
    shell.getOutputStream().close();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(10, TimeUnit.SECONDS));
    int end = said.indexOf("\0\0\0");
    assertTrue(end > 0, said);
    var words = new ArrayList<>(List.of(said.substring(0, end).split("\0", -1)));
    return new Heard(words, said.substring(end + 3));
  }
}
