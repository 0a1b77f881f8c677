package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.DryRun;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan that goes beyond a limit on purpose. */
class BeyondTest {
  @Test
  void itGoesBeyondWhatIsDocumentedAndSaysWhatFollows() {
    DryRun dryRun = dryRun(Map.of());
    assertEquals(Optional.empty(), dryRun.refusal());
    assertTrue(
        dryRun
            .lines()
            .contains("after     50 refused lookups again, as Retry-After says, for up to 90 s"),
        () -> dryRun.lines().toString());
  }

  @Test
  void whereTheBudgetIsKeptItIsRefusedUnlessAnotherOneIsNamed() {
    assertEquals(
        Optional.of(
            "profile throttle at 60 a second makes up to 1,800 requests in 30 s, read-api of"
                + " getPresencesByUserId allows 1,500; give --quota presence to keep that one"
                + " alone, if the operator knows"),
        dryRun(Map.of(Setting.QUOTA, "read-api")).refusal());
    assertEquals(Optional.empty(), dryRun(Map.of(Setting.QUOTA, "presence")).refusal());
  }

  private static DryRun dryRun(Map<Setting, String> given) {
    var all = new EnumMap<Setting, List<String>>(Setting.class);
    given.forEach((setting, value) -> all.put(setting, List.of(value)));
    all.put(Setting.PROFILE, List.of("throttle"));
    return DryRun.of(Settings.exactly(all), InstantSource.system());
  }
}
