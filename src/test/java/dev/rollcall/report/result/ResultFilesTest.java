package dev.rollcall.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"every-outcome", "good", "unreached"})
  void aContractResultIsWrittenAsItWasRead(String name) throws IOException {
    ResultFiles.write(Sample.contract(name), folder);
    assertEquals(
        Files.readString(Sample.FOLDER.resolve(name).resolve("contract.json")),
        Files.readString(folder.resolve("contract.json")));
    assertEquals(Sample.contract(name), ResultFiles.contract(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every-outcome",
        "good",
        "untrusted",
        "not-allowed",
        "load-rich",
        "load-capacity",
        "load-worse"
      })
  void aLoadResultIsWrittenAsItWasRead(String name) throws IOException {
    ResultFiles.write(Sample.load(name), folder);
    assertEquals(
        Files.readString(Sample.FOLDER.resolve(name).resolve("load.json")),
        Files.readString(folder.resolve("load.json")));
    assertEquals(Sample.load(name), ResultFiles.load(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"load-rich", "load-worse"})
  void aHistoryIsWrittenAsItWasRead(String name) throws IOException {
    ResultFiles.write(Sample.history(name), folder);
    assertEquals(
        Files.readString(Sample.FOLDER.resolve(name).resolve("history.json")),
        Files.readString(folder.resolve("history.json")));
    assertEquals(Sample.history(name), ResultFiles.history(folder));
  }

  @Test
  void writingMakesTheFolderAndLeavesNothingElse() throws IOException {
    Path deep = folder.resolve("a/b");
    ResultFiles.write(Sample.contract("good"), deep);
    ResultFiles.write(Sample.contract("every-outcome"), deep);
    try (Stream<Path> files = Files.list(deep)) {
      assertEquals("contract.json", files.map(f -> f.getFileName().toString()).toList().get(0));
    }
    assertEquals(Verdict.DEVIATES, ResultFiles.contract(deep).verdict());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    var refused =
        assertThrows(UnwritableResult.class, () -> ResultFiles.write(Sample.load("good"), file));
    assertEquals(
        file.resolve("load.json")
            + ": cannot be written (FileAlreadyExistsException); free the place or name another"
            + " folder with --out",
        refused.getMessage());
  }

  @Test
  void aMissingFileIsNamedWithItsRemedy() {
    var refused = assertThrows(UnreadableResult.class, () -> ResultFiles.contract(folder));
    assertEquals(
        folder.resolve("contract.json") + ": there is no such file; run check again",
        refused.getMessage());
  }

  @Test
  void aFileOfTheOtherKindIsRefused() throws IOException {
    Files.copy(Sample.FOLDER.resolve("good/load.json"), folder.resolve("contract.json"));
    var refused = assertThrows(UnreadableResult.class, () -> ResultFiles.contract(folder));
    assertEquals(
        folder.resolve("contract.json") + ": kind is 'load', not 'contract'; run check again",
        refused.getMessage());
  }

  @Test
  void aFileOfAnotherFormatIsRefused() throws IOException {
    change("\"format\": 1", "\"format\": 2");
    assertEquals(": format is 2, this version reads 1; run load again", refusalOfLoad());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"PASSED\"'    | '\"GREEN\"'   | LoadVerdict",
        "'\"slos\": ['   | '\"slo\": ['  | slos",
        "'\"kind\"'      | '\"kind\" \"' | colon",
        "'\"lagMillis\"' | '\"lag\"'     | lagMillis",
      })
  void aDamagedFileIsRefusedInOneSentence(String whole, String damaged, String told)
      throws IOException {
    change(whole, damaged);
    String refusal = refusalOfLoad();
    assertTrue(refusal.startsWith(": is not a load result: "), refusal);
    assertTrue(refusal.contains(told), refusal);
    assertTrue(refusal.endsWith("; run load again"), refusal);
    assertEquals(1, refusal.lines().count(), refusal);
  }

  @Test
  void totalsThatDoNotAddUpAreRefused() throws IOException {
    String text = Files.readString(Sample.FOLDER.resolve("good/contract.json"));
    Files.writeString(
        folder.resolve("contract.json"), text.replace("\"PASSED\": 2", "\"PASSED\": 61"));
    var refused = assertThrows(UnreadableResult.class, () -> ResultFiles.contract(folder));
    assertTrue(
        refused.getMessage().contains("totals add up to 61, but there are 2 checks"),
        refused.getMessage());
  }

  @Test
  void aNullListIsRefused() throws IOException {
    String text = Files.readString(Sample.FOLDER.resolve("good/contract.json"));
    Files.writeString(
        folder.resolve("contract.json"),
        text.replace("\"violations\": []", "\"violations\": null"));
    assertThrows(UnreadableResult.class, () -> ResultFiles.contract(folder));
  }

  private void change(String whole, String damaged) throws IOException {
    String text = Files.readString(Sample.FOLDER.resolve("good/load.json"));
    assertTrue(text.contains(whole), whole);
    Files.writeString(folder.resolve("load.json"), text.replace(whole, damaged));
  }

  private String refusalOfLoad() {
    Path file = folder.resolve("load.json");
    String message =
        assertThrows(UnreadableResult.class, () -> ResultFiles.load(folder)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    return message.substring(file.toString().length());
  }
}
