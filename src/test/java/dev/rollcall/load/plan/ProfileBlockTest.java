package dev.rollcall.load.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.plan.Errand.Kind;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileBlockTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "steady", "ramp", "spike", "soak", "polling"})
  void whatComesWithRollcallKeepsTheDocumentedLimit(String name) {
    LoadPlan plan = LoadPlan.of(Settings.exactly(Map.of(Setting.PROFILE, List.of(name))));
    assertEquals(name, plan.profile());
    assertEquals(Optional.empty(), Quota.of(Budget.named("read-api")).refusal(plan));
  }

  @Test
  void aSearchHasItsNumbers() {
    assertEquals(
        Optional.of(new Search(20, 1.5, 10, 2_000, 30)),
        ProfileBlock.named(Settings.exactly(Map.of(Setting.PROFILE, List.of("capacity"))))
            .search());
  }

  @Test
  void whatGoesBeyondALimitSaysWhatFollows() {
    assertEquals(
        Optional.of(new Beyond(50, 90)),
        ProfileBlock.named(Settings.exactly(Map.of(Setting.PROFILE, List.of("throttle"))))
            .beyond());
  }

  @Test
  void everyPartOfAProfileCanBeWritten() throws IOException {
    Profile profile =
        profile(
            "mine",
            """
            profiles {
              mine {
                warm-up = 1m
                stages = [{rate = 20, for = 10s}, {from = 20, to = 2.5, for = PT30S}]
                mix {batch = 3, single = 2, bundle = 1, write = 1}
                batch {from = 1, to = 650}
                bundle = 7
                users {zipf = 1.2}
                validate = sample
                objectives {p50 = 50ms, p95 = 0.5s, p99 = 1s, error-share = 0.01, reached-share = 1}
                quota = [read-api, presence]
              }
            }
            """);
    assertEquals(
        new Profile(
            "mine",
            60,
            Optional.of(new Stages(List.of(Stage.constant(20, 10), new Stage(20, 2.5, 30)))),
            Optional.empty(),
            new Mix(
                Map.of(Kind.BATCH, 3, Kind.SINGLE, 2, Kind.BUNDLE, 1, Kind.WRITE, 1), 1, 650, 7),
            1.2,
            Validation.SAMPLE,
            new Objectives(
                Optional.of(Duration.ofMillis(50)),
                Optional.of(Duration.ofMillis(500)),
                Optional.of(Duration.ofSeconds(1)),
                0.01,
                1),
            List.of("read-api", "presence"),
            Optional.empty()),
        profile);
  }

  @Test
  void theTargetsOwnGoesBeforeTheFilesAndThatBeforeOurs() throws IOException {
    String conf =
        """
        targets {
          here {url = "http://127.0.0.1:1", profiles {steady {batch = 7}}}
          there {url = "http://127.0.0.1:2"}
        }
        profiles {
          steady {batch = 50, warm-up = 2s}
          mine = ${profiles.steady} {validate = none}
        }
        """;
    Profile here = profile("steady", conf, "here");
    assertEquals(7, here.mix().most());
    assertEquals(2, here.warmUpSeconds());
    assertEquals(Optional.of(Stages.constant(20, 300)), here.shape());
    assertEquals(50, profile("steady", conf, "there").mix().most());
    assertEquals(50, profile("steady", conf).mix().most());
    assertEquals(Validation.NONE, profile("mine", conf).validation());
    assertEquals(Optional.of(Stages.constant(20, 300)), profile("mine", conf).shape());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bach = 5                            | :2: 'bach' is not known here; did you mean 'batch'?
          batch = 651                         | :2: 'batch = 651' is not from 1 to 650
          batch = 1.5                         | :2: 'batch = 1.5' is no whole number
          batch = many                        | :2: 'batch = many' is no number
          batch {from = 9, to = 3}            | :2: 'to = 3' is not from 9 to 650
          batch {from = 9}                    | :2: 'to' is missing
          warm-up = 1500ms                    | :2: 'warm-up = 1500ms' is no whole second
          warm-up = soon                      | :2: 'warm-up = soon' is no length of time; give one such as 250ms, 30s or 5m
          warm-up = 2h                        | :2: 'warm-up = 2h' is not from 0s to 1h
          stages = 5                          | :2: 'stages' is no list; write stages = [{ ... }, { ... }]
          stages = [{rate = 5, for = 0s}]     | :2: 'for = 0s' is not from 1s to 1h
          stages = [{rate = 5, form = 10s}]   | :2: 'form' is not known here; did you mean 'for'?
          stages = [{rate = 5}]               | :2: a stage has no length; give for = 10s
          stages = [{from = 5, for = 1s}]     | :2: a stage has either a rate, or from and to
          stages = [{rate = 10001, for = 1s}] | :2: 'rate = 10001' is not from 0 to 10000
          stages = []                         | :1: profile steady has no stage in which a request leaves
          mix {batch = 0}                     | :2: nothing is in the mix; give a kind a weight above 0
          mix {bath = 1}                      | :2: 'bath' is not known here; did you mean 'batch'?
          users = pareto                      | :2: 'users = pareto' is neither uniform nor zipf
          users {zipf = 9}                    | :2: 'zipf = 9' is not from 0.1 to 5
          validate = some                     | :2: 'validate = some' is none of all, sample and none
          objectives {p99 = fast}             | :2: 'p99 = fast' is no length of time; give one such as 250ms, 30s or 5m
          objectives {p98 = 5ms}              | :2: 'p98' is not known here; did you mean 'p95'?
          quota = [reads]                     | :2: 'quota = reads' is no budget: there is no quota 'reads'; give read-api or presence
          polling {clients = 3}               | : profile steady has to have either stages = [{rate = 20, for = 10s}], polling { ... } or search { ... }
          """)
  void whatIsWrongIsNamedWithItsPlace(String line, String message) throws IOException {
    String conf = "profiles.steady {\n" + line + "\n}\n";
    String told = assertThrows(InvalidSetting.class, () -> profile("smoke", conf)).getMessage();
    assertEquals(message, told.substring(folder.resolve("targets.conf").toString().length()));
  }

  @Test
  void aBatchSizeWithoutBatchesIsRefused() throws IOException {
    String conf = "profiles {mine {stages = [{rate = 1, for = 2s}], mix {single = 1}}}";
    Path file = Files.writeString(folder.resolve("targets.conf"), conf);
    Settings settings =
        Settings.exactly(
            Map.of(
                Setting.TARGETS_FILE, List.of(file.toString()),
                Setting.PROFILE, List.of("mine"),
                Setting.BATCH, List.of("5")));
    assertEquals(
        "--batch 5: profile mine makes no batch lookups; leave it out",
        assertThrows(InvalidSetting.class, () -> LoadPlan.of(settings)).getMessage());
  }

  @Test
  void clientsMayNotBeTooMany() {
    String conf = "profiles.polling.polling {\nclients = 300001\n}\n";
    String told = assertThrows(InvalidSetting.class, () -> profile("smoke", conf)).getMessage();
    assertTrue(
        told.endsWith(": these clients ask more than 10000 times a second; give fewer"), told);
  }

  @Test
  void profilesOfOtherTargetsAreCheckedToo() {
    String conf =
        """
        targets {
          here {url = "http://127.0.0.1:1"}
          there {url = "http://127.0.0.1:2", profiles {ramp {bach = 7}}}
        }
        """;
    String told =
        assertThrows(InvalidSetting.class, () -> profile("smoke", conf, "here")).getMessage();
    assertTrue(told.endsWith(":3: 'bach' is not known here; did you mean 'batch'?"), told);
  }

  @Test
  void aNameThatIsNotKnownIsAnswered() throws IOException {
    String conf = "profiles {mine {stages = [{rate = 1, for = 1s}]}}";
    assertEquals(
        "--profile min: there is no such profile; did you mean 'mine'?",
        assertThrows(InvalidSetting.class, () -> profile("min", conf)).getMessage());
  }

  private Profile profile(String name, String conf, String... target) throws IOException {
    Path file = Files.writeString(folder.resolve("targets.conf"), conf);
    var settings = new EnumMap<Setting, List<String>>(Setting.class);
    settings.put(Setting.TARGETS_FILE, List.of(file.toString()));
    settings.put(Setting.PROFILE, List.of(name));
    if (target.length > 0) {
      settings.put(Setting.TARGET, List.of(target));
    }
    return ProfileBlock.named(Settings.exactly(settings));
  }
}
