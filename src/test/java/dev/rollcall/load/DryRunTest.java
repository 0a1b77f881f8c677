package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
  private static final String LIVE = "https://graph.microsoft.com";

  @TempDir Path folder;

  @Test
  void itTellsWhatWouldBeAskedAndWhatIsLeft() {
    DryRun dryRun = dryRun(Map.of(Setting.RATE, "30"));
    assertEquals(Optional.empty(), dryRun.refusal());
    assertEquals(
        List.of(
            "profile   smoke, open model, 10 s after 3 s of warm-up",
            "rate      30 a second for 10 s",
            "requests  300 recorded, 390 in all",
            "batch     390 of 100 ids each",
            "items     30,000 presences recorded",
            "holds     errors 0 %, reached at least 90 % of the rate",
            "quota     read-api of getPresencesByUserId: at most 390 in any 30 s of 1,500, 74 %"
                + " left; not asked for",
            "quota     presence: at most 390 in any 30 s of 10,000, 96 % left; not asked for",
            "needs     nothing: the embedded fake"),
        dryRun.lines());
  }

  @Test
  void aTargetOnThisMachineMayBeOurs() {
    try (StandIn stranger = StandIn.ofAStranger()) {
      DryRun dryRun = DryRun.of(stranger.settings(Map.of()), InstantSource.system());
      assertEquals(Optional.empty(), dryRun.refusal());
      assertTrue(
          dryRun
              .lines()
              .contains(
                  "needs     nothing if it is our fake, else --allow-load 127.0.0.1, --users FILE"
                      + " and to keep read-api"));
      assertEquals(List.of(), stranger.seen());
    }
  }

  @Test
  void aLiveServiceWantsLeaveAndARateAndUsers() throws IOException {
    Path users = Files.writeString(folder.resolve("users"), "a\nb\n");
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    given.put(Setting.TARGET, LIVE);
    given.put(Setting.BATCH, "2");
    assertTrue(
        dryRun(given)
            .lines()
            .contains("needs     --allow-load graph.microsoft.com, --users FILE, --rate N"));
    assertRefused("not allowed: --allow-load graph.microsoft.com", given);
    given.put(Setting.ALLOW_LOAD, "graph.microsoft.com");
    assertRefused(
        "graph.microsoft.com is a live Microsoft Graph, which no profile may load at a rate of its"
            + " own; give --rate N, documented are 50 a second for each read",
        given);
    given.put(Setting.RATE, "51");
    given.put(Setting.DURATION, "1m");
    assertRefused(
        "profile smoke at 51 a second makes up to 1,530 requests in 30 s, read-api of"
            + " getPresencesByUserId allows 1,500; give --rate 50 or less",
        given);
    String refused = dryRun(given).refusal().orElseThrow();
    given.put(Setting.QUOTA, "presence");
    assertRefused(refused, given);
    given.remove(Setting.QUOTA);
    given.put(Setting.RATE, "50");
    assertRefused(
        "--target "
            + LIVE
            + ": people are never enumerated; name a file of user ids, one a line, with --users"
            + " FILE",
        given);
    given.put(Setting.USERS, users.toString());
    assertEquals(Optional.empty(), dryRun(given).refusal());
    assertTrue(
        dryRun(given)
            .lines()
            .contains(
                "quota     read-api of getPresencesByUserId: at most 1,500 in any 30 s of 1,500, 0"
                    + " % left; kept"));
  }

  @Test
  void nationalCloudsAndGatewaysBeforeOneAreLiveToo() throws IOException {
    assertLive("https://graph.microsoft.us");
    assertLive("https://dod-graph.microsoft.us");
    assertLive("https://GRAPH.microsoft.com./v1.0");
    Path conf =
        Files.writeString(
            folder.resolve("targets.conf"),
            "targets {gate {url = \"https://gw.example\", cloud = global}}");
    var gate = new EnumMap<Setting, String>(Setting.class);
    gate.put(Setting.TARGETS_FILE, conf.toString());
    gate.put(Setting.TARGET, "gate");
    gate.put(Setting.ALLOW_LOAD, "gw.example");
    assertTrue(dryRun(gate).refusal().orElse("").startsWith("gw.example is a live Microsoft"));
  }

  private static void assertLive(String address) {
    String host = address.replaceAll("https://([^/]*).*", "$1");
    String told =
        dryRun(Map.of(Setting.TARGET, address, Setting.ALLOW_LOAD, host)).refusal().orElse("");
    assertTrue(told.contains("is a live Microsoft Graph"), address + ": " + told);
  }

  private static void assertRefused(String sentence, Map<Setting, String> given) {
    assertEquals(Optional.of(sentence), dryRun(given).refusal());
  }

  private static DryRun dryRun(Map<Setting, String> given) {
    var all = new EnumMap<Setting, List<String>>(Setting.class);
    given.forEach((setting, value) -> all.put(setting, List.of(value)));
    return DryRun.of(
        Settings.exactly(all), InstantSource.fixed(Instant.parse("2026-11-26T10:00:00Z")));
  }
}
