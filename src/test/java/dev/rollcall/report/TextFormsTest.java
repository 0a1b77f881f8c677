package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.page.IndentedJson;
import dev.rollcall.report.text.Figures;
import dev.rollcall.report.text.PlainText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small forms that figures, bodies and lines take. */
class TextFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"a\":1.50,\"b\":[]}'  | '{#  \"a\": 1.50,#  \"b\": []#}'",
        "'[{ },{\"x\":\"{,:\"}]'  | '[#  {},#  {#    \"x\": \"{,:\"#  }#]'",
        "'{\"q\":\"a\\\"}\"}'     | '{#  \"q\": \"a\\\"}\"#}'",
        "'{\"cut\":\"he'          | '{#  \"cut\": \"he'",
        "'<html>{}'               | '<html>{}'",
        "']'                      | ']'",
        "'{}}'                    | '{}#}'",
      })
  void jsonIsLaidOutTokenByToken(String text, String laidOut) {
    assertEquals(laidOut.replace('#', '\n'), IndentedJson.of(text));
  }

  @Test
  void bracketsAloneDoNotGrowBeyondMeasure() {
    assertTrue(IndentedJson.of("[".repeat(8_192)).length() < 8_192 * 60);
  }

  @ParameterizedTest
  @CsvSource({"0.04, 0.0 ms", "9.94, 9.9 ms", "12.34, 12 ms", "12345.6, '12,346 ms'"})
  void millisecondsHaveADecimalWhereItMatters(double millis, String written) {
    assertEquals(written, Figures.millis(millis));
  }

  @Test
  void figuresAreGroupedAndInstantsAreInUtc() {
    assertEquals("12,345 requests", Figures.count(12_345, "request"));
    assertEquals("1 request", Figures.count(1, "request"));
    assertEquals("1,234.6/s", Figures.rate(1_234.56));
    assertEquals(
        "2026-11-24 10:00:00 UTC", Figures.instant(Instant.parse("2026-11-24T10:00:00.9Z")));
  }

  @Test
  void aLineIsOneLineAndNoLongerThanAsked() {
    assertEquals("a b", PlainText.line(" a\r\n\tb "));
    assertEquals("abcde...", PlainText.line("abcdefgh", 5));
    assertEquals("abcde", PlainText.line("abcde", 5));
    assertEquals("a...", PlainText.line("a" + " ".repeat(100) + "b", 5));
    assertEquals("?[31mred", PlainText.line("\u001b[31mred"));
  }
}
