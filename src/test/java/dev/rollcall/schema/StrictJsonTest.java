package dev.rollcall.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static Optional<?> read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
