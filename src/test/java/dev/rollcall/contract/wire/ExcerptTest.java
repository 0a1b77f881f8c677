package dev.rollcall.contract.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
  private static final Call CALL = Call.of("getPresencesByUserId", "POST", "/x");
  private static final Exchange EXCHANGE =
      new Exchange(
          new Exchange.Request("POST", "http://h/x", Map.of(), ""),
          new Exchange.Response(200, Map.of("A", "b"), "{… (9 bytes)", false),
          7);

  @Test
  void aViolationFarBehindIsShownWithWholeItemsAroundIt() {
    String body = items(650, 600, "\"id\":\"u600\",\"availability\":7,\"activity\":\"Büsy\"");
    String shown = around(body, "/value/*/availability", "7");
    assertTrue(shown.matches("(?s)… \\([\\d,]+ bytes before\\) \\{\"id\":\"u\\d+\",.*"), shown);
    assertTrue(shown.matches("(?s).* … \\([\\d,]+ bytes after\\)"), shown);
    assertTrue(shown.contains("{\"id\":\"u600\",\"availability\":7,\"activity\":\"Büsy\"}"), shown);
    assertTrue(shown.length() < 9_000, shown);
    int kept =
        shown
            .replaceFirst("… \\([\\d,]+ bytes before\\) ", "")
            .replaceFirst(" … \\([\\d,]+ bytes after\\)$", "")
            .getBytes(StandardCharsets.UTF_8)
            .length;
    int cut =
        java.util.regex.Pattern.compile("([\\d,]+) bytes")
            .matcher(shown)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1).replace(",", "")))
            .sum();
    assertEquals(body.getBytes(StandardCharsets.UTF_8).length, kept + cut, "nothing is miscounted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"u600\",\"activity\":\"x\"|/value/*/availability|",
        "\"id\":\"u600\",\"availability\":\"NoSuch\"|/value/*/availability|\"NoSuch\"",
        "\"id\":\"u600\",\"availability\":\"NoSuch\"|/value/*/availability|NoSuch",
        "\"id\":\"u600\",\"availability\":\"\",\"a/b\":{\"c\":[1,2]}|/value/*/a~1b|{\"c\":[1,2",
        "\"id\":\"u600\",\"availability\":\"\",\"a\":[1,2]|/value/*/a/*|2",
      })
  void theItemIsFoundByWhatStandsThereOrLacks(String item, String pointer, String value) {
    String shown = around(items(650, 600, item), pointer, value == null ? "" : value);
    assertTrue(shown.contains("{" + item + "}"), shown);
  }

  @Test
  void theLastItemIsFollowedByNothingCut() {
    String shown = around(items(650, 649, "\"id\":7"), "/value/*/id", "7");
    assertTrue(shown.endsWith(",{\"id\":7}]}"), shown);
  }

  @Test
  void aValueThatIsTooLongIsCutBetweenCharacters() {
    String item = "\"id\":\"u600\",\"availability\":\"" + "ü".repeat(20_000) + "\"";
    String shown = around(items(650, 600, item), "/value/*/availability", "\"üüü");
    assertTrue(shown.contains("\"id\":\"u600\",\"availability\":\"üüü"), shown);
    assertTrue(shown.matches("(?s).*ü … \\([\\d,]+ bytes after\\)"), shown);
  }

  @ParameterizedTest
  @CsvSource({"/value/*/availability, 9", "/nowhere/*/x, 7", "'', 7", "/value/x, 7"})
  void whatIsNotFoundLeavesTheExchangeAsItIs(String pointer, String value) {
    String body = items(650, 600, "\"id\":\"u600\",\"availability\":7");
    assertSame(EXCHANGE, Excerpt.around(EXCHANGE, answer(body), pointer, value));
  }

  @Test
  void whatIsShownAnywayLeavesTheExchangeAsItIs() {
    String early = items(650, 2, "\"id\":\"u2\",\"availability\":7");
    assertSame(EXCHANGE, Excerpt.around(EXCHANGE, answer(early), "/value/*/availability", "7"));
    String brief = items(3, 2, "\"id\":\"u2\",\"availability\":7");
    assertSame(EXCHANGE, Excerpt.around(EXCHANGE, answer(brief), "/value/*/availability", "7"));
  }

  private static String around(String body, String pointer, String value) {
    return Excerpt.around(EXCHANGE, answer(body), pointer, value).answer().orElseThrow().body();
  }

  private static Answer answer(String body) {
    return new Answer(CALL, 200, Map.of(), body.getBytes(StandardCharsets.UTF_8), "");
  }

  private static String items(int count, int odd, String item) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                i == odd
                    ? "{" + item + "}"
                    : "{\"id\":\"u"
                        + i
                        + "\",\"availability\":\"Büsy\",\"statusMessage\":{\"message\":{\"content\":"
                        + "\"at work { \\\"x\\\" [ or not, who knows: somewhere in the house\"}}}")
        .collect(Collectors.joining(",", "{\"value\":[", "]}"));
  }
}
