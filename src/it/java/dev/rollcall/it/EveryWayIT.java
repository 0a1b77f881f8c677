package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.contract.ContractRun;
import dev.rollcall.fake.PresenceFixture;
import dev.rollcall.fake.junit.PresenceFakeExtension;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Verdict;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake keeps the contract in every way in which it can be run, check by check the same. */
@Timeout(300)
class EveryWayIT {
  private static Map<String, Outcome> embedded;

  @TempDir Path folder;

  @BeforeAll
  static void judgeTheEmbeddedFake(@TempDir Path folder) {
    embedded = judged(folder, Map.of());
  }

  @Test
  void asAProcess() throws Exception {
    Path portFile = folder.resolve("port");
    try (FakeProcess fake =
        FakeProcess.ofItsOwnJar(folder, "--port", "0", "--port-file", portFile.toString())) {
      assertEquals(fake.port(), Files.readString(portFile).strip());
      assertEquals(embedded, judgedAt("http://127.0.0.1:" + fake.port()));
    }
  }

  @Test
  void asAProcessOverHttps() throws Exception {
    Path certificate = folder.resolve("fake.pem");
    try (FakeProcess fake =
        FakeProcess.ofItsOwnJar(folder, "--https", "--certificate", certificate.toString())) {
      Path targets =
          Files.writeString(
              folder.resolve("targets.conf"),
              """
              targets { fake { url = "https://127.0.0.1:%s", route { ca-file = fake.pem } } }
              """
                  .formatted(fake.port()));
      assertEquals(
          embedded,
          judged(
              folder,
              Map.of(
                  Setting.TARGET, List.of("fake"),
                  Setting.TARGETS_FILE, List.of(targets.toString()))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dialect documented",
        "--work-location",
        "--auth strict",
        "--users 1",
        "--throttle read-api,presence",
        "--settle 0.05s"
      })
  void asAProcessThatIsToldOtherwise(String option) throws Exception {
    try (FakeProcess fake = FakeProcess.ofItsOwnJar(folder, option.split(" "))) {
      assertEquals(embedded, judgedAt("http://127.0.0.1:" + fake.port()));
    }
  }

  @Test
  void inAnyWireMock() throws Exception {
    try (FakeProcess wireMock = FakeProcess.besideWireMock(folder)) {
      assertEquals(embedded, judgedAt("http://127.0.0.1:" + wireMock.port()));
    }
  }

  @Test
  @ExtendWith(PresenceFakeExtension.class)
  void asAnExtensionOfJUnit(PresenceFixture fake) {
    assertEquals(embedded, judgedAt(fake.baseUrl()));
  }

  private Map<String, Outcome> judgedAt(String root) {
    return judged(folder, Map.of(Setting.TARGET, List.of(root)));
  }

  /** What became of each check of a run in which none found anything. */
  private static Map<String, Outcome> judged(Path folder, Map<Setting, List<String>> target) {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    given.putAll(target);
    given.put(Setting.OUT, List.of(folder.toString()));
    ContractResult result = ContractRun.of(Settings.exactly(given)).result();
    assertEquals(
        List.of(),
        result.checks().stream()
            .filter(f -> f.outcome() != Outcome.PASSED && f.outcome() != Outcome.SKIPPED)
            .map(f -> f.id() + " " + f.version() + ": " + f.reason() + f.expected() + f.actual())
            .toList());
    assertEquals(List.of(), result.violations());
    assertEquals(Verdict.CONFORMS, result.verdict(), result.reason());
    return result.checks().stream()
        .collect(
            Collectors.toMap(
                f -> f.id() + " " + f.version(),
                ContractResult.Finding::outcome,
                (one, other) -> {
                  throw new IllegalStateException("one check was judged twice");
                },
                TreeMap::new));
  }
}
