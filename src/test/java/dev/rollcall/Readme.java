package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The README's generated blocks, each between {@code <!-- name -->} and {@code <!-- /name -->};
 * {@code -Drollcall.readme=true} writes them anew, one test at a time: tests run in two processes.
 *
 * @param test that generates the block
 */
record Readme(Class<?> test) {
  private static final Path FILE = Path.of("README.md");

  static String text() throws IOException {
    return Files.readString(FILE);
  }

  void assertCurrent(String block, String expected) throws IOException {
    assertCurrent(block, expected, UnaryOperator.identity());
  }

  /**
   * @param comparable what of a text has to be the same
   */
  void assertCurrent(String block, String expected, UnaryOperator<String> comparable)
      throws IOException {
    String begin = "<!-- " + block + " -->\n";
    String end = "<!-- /" + block + " -->";
    String text = text();
    assertTrue(text.contains(begin) && text.contains(end), "the README has no block " + block);
    int from = text.indexOf(begin) + begin.length();
    String written = text.substring(from, text.indexOf(end));
    if (Boolean.getBoolean("rollcall.readme")) {
      Files.writeString(
          FILE, text.substring(0, from) + expected + text.substring(text.indexOf(end)));
      return;
    }
    assertEquals(
        comparable.apply(expected),
        comparable.apply(written),
        "mend it with: mvn test -Dtest=" + test.getSimpleName() + " -Drollcall.readme=true");
  }
}
