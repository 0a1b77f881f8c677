package dev.rollcall.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.00001, under 0.01 %",
    "0.0012, 0.12 %",
    "0.0952, 9.5 %",
    "0.5, 50 %",
    "0.99999, 99.99 %",
    "1, 100 %",
    "1.04, 104 %"
  })
  void aShareIsNeverRoundedToAllOrNothing(double share, String written) {
    assertEquals(written, Figures.percent(share));
  }

  @ParameterizedTest
  @CsvSource({"0.84, +84 %", "-0.031, \u22123.1 %", "0, +0.0 %", "12.5, '+1,250 %'"})
  void aChangeHasItsSign(double share, String written) {
    assertEquals(written, Figures.change(share));
  }

  @ParameterizedTest
  @CsvSource({"0.0024, +0.24", "-0.0174, \u22121.74", "0, +0.00"})
  void aDifferenceOfSharesIsToldInPoints(double difference, String written) {
    assertEquals(written, Figures.points(difference));
  }

  @ParameterizedTest
  @CsvSource({"0.034, 0.03", "9.42, 9.42", "76.31, 76.3", "1284.4, '1,284'"})
  void aComparedFigureHasThreeDigitsThatCount(double value, String written) {
    assertEquals(written, Figures.figure(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5 s",
    "10, 10 s",
    "11.42, 11 s",
    "60, 60 s",
    "600, 10 min",
    "630, 10 min 30 s",
    "7500, 2 h 5 min"
  })
  void aSpanIsToldInTheUnitsOfPeople(double seconds, String written) {
    assertEquals(written, Figures.span(seconds));
  }
}
