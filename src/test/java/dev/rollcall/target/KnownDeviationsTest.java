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

  private KnownDeviations read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("known.conf"), text);
    Settings settings = Settings.exactly(Map.of(Setting.KNOWN, List.of(file.toString())));
    return KnownDeviations.of(settings, CHECKS, TODAY);
  }

  private String refusal(String text) {
    return assertThrows(InvalidSetting.class, () -> read(text)).getMessage();
  }
}
