package dev.rollcall.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":\"\u00fc\"}", " \r\n{ } ", "[]", "7", "null"})
  void aValueOnItsOwnIsRead(String text) {
    assertTrue(read(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":1}{\"a\":2}",
        "{} x",
        "{}\u0000",
        "{\"a\":1,\"a\":2}",
        "[{\"a\":{\"b\":1,\"b\":1}}]",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":1} // so be it",
        "\ufeff{\"a\":1}",
        "\u00fc"
      })
  void whatOnlyALenientReaderUnderstandsIsNoJson(String text) {
    assertEquals(Optional.empty(), read(text));
  }

  @Test
  void otherEncodingsAreNoJson() {
    for (var charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      assertEquals(
          Optional.empty(), StrictJson.read("{\"a\":1}".getBytes(charset)), charset.name());
    }
    assertEquals(
        Optional.empty(),
        StrictJson.read("{\"a\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The parser's own detection costs more than that of the tree. */
  @Test
  void membersThatComeTwiceAreFoundAsTheParserFindsThem() {
    JsonMapper detecting =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    Random random = new Random(650);
    int twice = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = object(random, 3);
      boolean refused = isRefused(detecting, text);
      assertEquals(refused, read(text).isEmpty(), text);
      twice += refused ? 1 : 0;
    }
    assertTrue(twice > 500 && twice < 4_500, twice + " with a member twice");
  }

  private static String object(Random random, int depth) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            i ->
                "\""
                    + List.of("a", "b", "c", "\\u0061", "").get(random.nextInt(5))
                    + "\":"
                    + value(random, depth - 1))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 4 : 2)) {
      case 0 -> "null";
      case 1 -> "1";
      case 2 -> object(random, depth);
      default -> "[" + object(random, depth) + "," + object(random, depth) + "]";
    };
  }

  private static boolean isRefused(JsonMapper mapper, String text) {
    try {
      mapper.readTree(text);
      return false;
    } catch (JacksonException e) {
      return true;
    }
  }

  private static Optional<?> read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
