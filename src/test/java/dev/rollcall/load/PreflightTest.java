package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Volume;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String HANDSHAKE = "GET /__admin/presence/capabilities";

  @TempDir Path folder;

  private final StandIn stranger = StandIn.ofAStranger();

  @AfterEach
  void stop() {
    stranger.close();
  }

  @Test
  void withoutLeaveNothingIsSentAndTheReasonNamesTheHost() {
    LoadResult result = preflight(stranger.settings(Map.of())).refused().orElseThrow();
    assertEquals(LoadVerdict.INVALID, result.verdict());
    assertEquals(List.of("not allowed: --allow-load 127.0.0.1"), result.reasons());
    assertTrue(result.wasNotAllowed());
    assertEquals("remote", result.measured());
    assertEquals(NOW, result.startedAt());
    assertEquals(new Volume(200, 20, 20_000), result.asked());
    assertEquals(new Volume(0, 0, 0), result.reached());
    assertEquals(List.of(HANDSHAKE), stranger.seen());
  }

  @Test
  void leaveForAnotherHostIsNone() {
    Settings settings = stranger.settings(Map.of(Setting.ALLOW_LOAD, "example.org"));
    assertEquals(
        List.of("not allowed: --allow-load 127.0.0.1"),
        preflight(settings).refused().orElseThrow().reasons());
  }

  @Test
  void theRunItselfRefusesToo() {
    Settings settings = stranger.settings(Map.of());
    assertEquals(
        "not allowed: --allow-load 127.0.0.1",
        assertThrows(InvalidSetting.class, () -> LoadRun.open(settings)).getMessage());
    assertEquals(List.of(HANDSHAKE), stranger.seen());
  }

  @Test
  void whatIsAllowedMayStart() throws IOException {
    assertEquals(Optional.empty(), preflight(allowed(Map.of())).refused());
    assertEquals(List.of(HANDSHAKE), stranger.seen());
  }

  @Test
  void aPlanBeyondTheQuotaIsRefusedWhereItIsNotOurs() throws IOException {
    Settings settings = allowed(Map.of(Setting.RATE, "60", Setting.DURATION, "1m"));
    assertEquals(
        "profile smoke at 60 a second makes up to 1,800 requests in 30 s, read-api of"
            + " getPresencesByUserId allows 1,500; give --rate 50 or less",
        assertThrows(InvalidSetting.class, () -> preflight(settings)).getMessage());
    assertThrows(InvalidSetting.class, () -> LoadRun.open(settings));
    assertEquals(List.of(HANDSHAKE, HANDSHAKE), stranger.seen());
  }

  /** Were anything sent, it would be reached, or found unreachable. */
  @Test
  void aLiveServiceIsNotEvenAskedWithoutARate() {
    Settings settings =
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of("https://graph.microsoft.us"),
                Setting.ALLOW_LOAD, List.of("graph.microsoft.us")));
    assertEquals(
        "graph.microsoft.us is a live Microsoft Graph, which no profile may load at a rate of its"
            + " own; give --rate N, documented are 50 a second for each read",
        assertThrows(InvalidSetting.class, () -> preflight(settings)).getMessage());
  }

  @Test
  void peopleAreNeverEnumerated() {
    Settings settings = stranger.settings(Map.of(Setting.ALLOW_LOAD, "127.0.0.1"));
    assertEquals(
        "--target "
            + stranger.root()
            + ": people are never enumerated; name a file of user ids, one a line, with --users"
            + " FILE",
        assertThrows(InvalidSetting.class, () -> preflight(settings)).getMessage());
    assertEquals(List.of(HANDSHAKE), stranger.seen());
  }

  @Test
  void ourFakeNeedsNoLeaveAndHasNoQuota() {
    try (StandIn fake = StandIn.ofOurFake(100)) {
      Settings settings = fake.settings(Map.of(Setting.RATE, "5000", Setting.DURATION, "1m"));
      Preflight preflight = preflight(settings);
      assertEquals(Optional.empty(), preflight.refused());
      assertEquals("process", preflight.brokenOff("x").measured());
    }
  }

  @Test
  void aRunThatBrokeOffIsInvalidAndSaysWhy() {
    LoadResult result = preflight(Settings.exactly(Map.of())).brokenOff("the run broke off: x");
    assertEquals(LoadVerdict.INVALID, result.verdict());
    assertEquals(List.of("the run broke off: x"), result.reasons());
    assertTrue(result.measuredEmbedded());
    assertEquals("none", result.generator().validation());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "651"})
  void aBadPlanIsRefusedBeforeTheTargetIsAsked(String batch) {
    Settings settings = stranger.settings(Map.of(Setting.BATCH, batch));
    assertThrows(InvalidSetting.class, () -> preflight(settings));
    assertEquals(List.of(), stranger.seen());
  }

  private Settings allowed(Map<Setting, String> others) throws IOException {
    Path users = Files.writeString(folder.resolve("users"), "a\nb\nc\n");
    var all = new java.util.EnumMap<Setting, String>(Setting.class);
    all.put(Setting.ALLOW_LOAD, "127.0.0.1");
    all.put(Setting.USERS, users.toString());
    all.put(Setting.BATCH, "3");
    all.putAll(others);
    return stranger.settings(all);
  }

  private static Preflight preflight(Settings settings) {
    return Preflight.of(settings, InstantSource.fixed(NOW));
  }
}
