package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts as a person has approved them; {@code -Drollcall.golden=write} replaces them. */
public final class Golden {
  private static final Path FOLDER = Sample.FOLDER.resolve("golden");

  private Golden() {}

  public static void assertMatches(String file, String actual) {
    Path golden = FOLDER.resolve(file);
    try {
      if ("write".equals(System.getProperty("rollcall.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(golden, actual);
      }
      assertEquals(
          Files.readString(golden),
          actual,
          () -> golden + " is approved; if the new text is right: -Drollcall.golden=write");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
