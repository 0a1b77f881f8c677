package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownDeviationsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final List<String> CHECKS =
      List.of("time.expires", "time.fades", "errors.envelope");

  @TempDir Path folder;

  @Test
  void anEntryCoversItsCheckOrItsPattern() throws IOException {
    KnownDeviations known =
        read(
            """
            known = [
              {check = "time.*", reason = "gateway caches", until = 2027-01-31}
              {check = "errors.envelope", version = "beta", reason = "html"}
            ]
            """);
    assertEquals("gateway caches", known.covering("time.fades", "v1.0").orElseThrow().reason());
    assertTrue(known.covering("errors.envelope", "beta").isPresent());
    assertFalse(known.covering("errors.envelope", "v1.0").isPresent());
    assertFalse(known.covering("timeX", "v1.0").isPresent());
  }

  @Test
  void anUnknownIdIsNamedWithItsLine() throws IOException {
    String message = refusal("known = [\n  {check = \"time.expirs\", reason = \"x\"}\n]");
    assertTrue(
        message.endsWith(
            "known.conf:2: no check is called 'time.expirs'; list the ids with check --dry-run"),
        message);
  }

  @Test
  void anExpiredEntryIsNamedWithItsDate() throws IOException {
    String message =
        refusal("known = [{check = \"time.expires\", reason = \"x\", until = 2026-11-24}]");
    assertTrue(
        message.endsWith("the entry for 'time.expires' expired on 2026-11-24; remove or renew it"),
        message);
    read("known = [{check = \"time.expires\", reason = \"x\", until = 2026-11-25}]");
  }

  @Test
  void aMisspelledMemberAndABrokenFileAreRefused() throws IOException {
    assertTrue(
        refusal("known = [{check = \"time.expires\", reson = \"x\"}]")
            .contains("'reson' is not known here"));
    assertTrue(refusal("known = [").startsWith("--known "));
    assertTrue(refusal("knwon = []").startsWith("--known "));
  }

  @Test
  void withoutAFileNothingIsKnown() {
    assertEquals(
        List.of(), KnownDeviations.of(Settings.exactly(Map.of()), CHECKS, TODAY).entries());
  }

  @Test
  void severalListsAddUpAndTheFirstIsHeard() throws IOException {
    KnownDeviations known =
        known(
            file("a.conf", "known = [{check = \"time.*\", reason = \"a\"}]"),
            file("b.conf", "known = [{check = \"time.fades\", reason = \"b\"}]"));
    assertEquals(2, known.entries().size());
    assertEquals("a", known.covering("time.fades", "v1.0").orElseThrow().reason());
  }

  @Test
  void theListThatComesWithRollcallIsNoFile() {
    List<String> ids = List.of("clearPresence.no-session", "clearPresence.twice");
    Settings settings = Settings.exactly(Map.of(Setting.KNOWN, List.of("graph")));
    KnownDeviations known = KnownDeviations.of(settings, ids, TODAY);
    assertTrue(known.entries().stream().allMatch(KnownDeviations.Known::shipped));
    String message =
        assertThrows(InvalidSetting.class, () -> known(Path.of("./graph"))).getMessage();
    assertTrue(message.startsWith("--known ./graph: the file cannot be read"), message);
  }

  private KnownDeviations read(String text) throws IOException {
    return known(file("known.conf", text));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static KnownDeviations known(Path... files) {
    List<String> names = Stream.of(files).map(Path::toString).toList();
    return KnownDeviations.of(Settings.exactly(Map.of(Setting.KNOWN, names)), CHECKS, TODAY);
  }

  private String refusal(String text) {
    return assertThrows(InvalidSetting.class, () -> read(text)).getMessage();
  }
}
