package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsFileTest {
  @TempDir Path folder;

  @Test
  void filesOfAnEntryLieBesideTheFile() throws IOException {
    Path committed = Files.writeString(folder.resolve("steady.json"), "{}");
    Settings settings =
        settings(
            "targets { staging { url = \"https://gw.corp\", baseline = steady.json } }", Map.of());
    assertEquals(Optional.of(committed.toString()), settings.value(Setting.BASELINE));
  }

  @Test
  void anEntryTellsAddressSettingsCredentialsAndRoute() throws IOException {
    Settings settings =
        settings(
            """
            targets {
              staging {
                url = "https://gw.corp/graph/v1.0"
                allow-writes = gw.corp
                test-users = [a, b]
                pace = 2
                strict = true
                credentials {
                  app { env = STAGING_TOKEN, app-id = app-1 }
                  other-app { env = OTHER_TOKEN }
                }
                route { proxy = "http://proxy.corp:3128", no-proxy = ["*.direct.corp"] }
                capabilities { BETA = false }
              }
            }
            """,
            Map.of("STAGING_TOKEN", "one", "OTHER_TOKEN", "two"));
    TargetEntry entry = settings.target().orElseThrow();
    assertEquals("https://gw.corp/graph", entry.root().base().toString());
    assertEquals(Optional.of("v1.0"), entry.root().version());
    assertEquals(List.of("a", "b"), settings.list(Setting.TEST_USERS));
    assertEquals(Optional.of("2"), settings.value(Setting.PACE));
    assertTrue(settings.flag(Setting.STRICT));
    assertEquals(Map.of(Capability.BETA, false), entry.declared());
    Keyring keyring = Credentials.find(settings, InstantSource.system());
    assertEquals("one", keyring.main().orElseThrow().token().reveal());
    assertEquals(Optional.of("app-1"), keyring.main().orElseThrow().appId());
    assertEquals("two", keyring.of(Role.OTHER_APP).orElseThrow().token().reveal());
    assertEquals(
        Optional.of("of app from $STAGING_TOKEN, of other-app from $OTHER_TOKEN"),
        keyring.origins());
    assertEquals(
        3128, entry.route().proxyFor(URI.create("https://gw.corp/x")).orElseThrow().getPort());
    assertTrue(entry.route().proxyFor(URI.create("https://a.direct.corp/x")).isEmpty());
    assertFalse(settings.pack().contains("one"));
  }

  @Test
  void whatTheUserGivesWinsOverTheFile() throws IOException {
    Path file = file("targets { staging { url = \"https://gw.corp\", pace = 2 } }");
    Settings settings =
        Settings.of(
            Map.of(
                Setting.TARGET, List.of("staging"), Setting.TARGETS_FILE, List.of(file.toString())),
            Map.of(),
            Map.of("ROLLCALL_PACE", "3"));
    assertEquals(Optional.of("3"), settings.value(Setting.PACE));
  }

  @Test
  void filesAreLookedForBesideIt() throws IOException {
    Files.writeString(folder.resolve("known.conf"), "known = []");
    Files.writeString(folder.resolve("token"), "from-file\n");
    Settings settings =
        settings(
            "targets { staging { url = \"https://gw.corp\", known = known.conf,"
                + " credentials { user { file = token } } } }",
            Map.of());
    assertEquals(
        Optional.of(folder.resolve("known.conf").toString()), settings.value(Setting.KNOWN));
    Keyring keyring = Credentials.find(settings, InstantSource.system());
    assertEquals("from-file", keyring.signedIn().orElseThrow().token().reveal());
    assertTrue(keyring.isDelegated());
  }

  @Test
  void aCloudHasAnAddressAndTellsWhatItLacks() throws IOException {
    TargetEntry entry =
        settings("targets { staging { cloud = us-gov-l4 } }", Map.of()).target().orElseThrow();
    assertEquals("https://graph.microsoft.us", entry.root().base().toString());
    assertEquals(Map.of(Capability.BETA, false, Capability.LOCATION, false), entry.declared());
    assertEquals(
        Map.of(
            Capability.BETA,
            "the beta version, which the cloud us-gov-l4 does not serve",
            Capability.LOCATION,
            "work locations, which the cloud us-gov-l4 does not serve"),
        entry.lacking());
  }

  @Test
  void aCloudIsKnownByItsAddressToo() throws IOException {
    TargetEntry entry = TargetEntry.at("https://dod-graph.microsoft.us/v1.0");
    assertEquals(Optional.of(Cloud.US_GOV_L5), entry.cloud());
    assertEquals(false, entry.declared().get(Capability.BETA));
    assertEquals(
        Map.of(Capability.BETA, true), TargetEntry.at("https://graph.microsoft.com").declared());
    assertEquals(Optional.empty(), TargetEntry.at("https://gw.corp").cloud());
    assertEquals(
        Optional.of(Cloud.US_GOV_L4),
        settings("targets { staging { url = \"https://graph.microsoft.us\" } }", Map.of())
            .target()
            .orElseThrow()
            .cloud());
    assertEquals(
        "--target https://microsoftgraph.chinacloudapi.cn: the cloud 'china' has no presence API;"
            + " there is nothing to judge",
        assertThrows(
                InvalidSetting.class,
                () -> TargetEntry.at("https://microsoftgraph.chinacloudapi.cn"))
            .getMessage());
  }

  @Test
  void whatTheFileSaysOfACloudWins() throws IOException {
    TargetEntry entry =
        settings(
                "targets { staging { cloud = us-gov-l4, url = \"https://gw.corp\","
                    + " capabilities { BETA = true } } }",
                Map.of())
            .target()
            .orElseThrow();
    assertEquals("https://gw.corp", entry.root().base().toString());
    assertEquals(true, entry.declared().get(Capability.BETA));
    assertEquals(Set.of(Capability.LOCATION), entry.lacking().keySet());
  }

  @Test
  void hostsBelowANameAndAddressesAreExcludedFromTheProxy() throws IOException {
    Route route =
        settings(
                "targets { staging { url = \"https://gw.corp\", route { proxy = \"http://p.corp:3128\","
                    + " no-proxy = [\"*.Direct.corp\", other.corp, \"10.0.0.1\", \"::1\"] } } }",
                Map.of())
            .target()
            .orElseThrow()
            .route();
    for (String direct :
        List.of("a.direct.corp", "b.a.direct.CORP", "other.corp", "10.0.0.1:8080", "[::1]:8080")) {
      assertTrue(route.isDirectTo(URI.create("https://" + direct + "/x")), direct);
    }
    for (String proxied : List.of("direct.corp", "indirect.corp", "a.other.corp", "127.0.0.1")) {
      assertFalse(route.isDirectTo(URI.create("https://" + proxied + "/x")), proxied);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "url = \"https://gw.corp\", alow-writes = x|:1: 'alow-writes' is not known here; did you mean"
            + " 'allow-writes'?",
        "url = \"https://gw.corp\", token = abc|:1: 'token' may not stand here: name where it is, with"
            + " env, file or command",
        "url = \"https://gw.corp\", credentials { app { secret = abc } }|:1: 'secret' may not stand"
            + " here: name where it is, with env, file or command",
        "url = \"https://gw.corp\", credentials { app { env = \"eyJh.bGci\" } }|:1: env wants the name of"
            + " a variable, not what is in it; that must not stand here",
        "url = \"https://gw.corp\", credentials { ap { env = X } }|:1: 'ap' is not known here; did you"
            + " mean 'app'?",
        "url = \"https://gw.corp\", credentials { app { env = X, file = Y } }|:1: say where the secret"
            + " is: one of env = VARIABLE, file = FILE, command = COMMAND",
        "url = \"https://gw.corp\", credentials { app { azure = magic } }|:1: azure = magic is not known;"
            + " give environment, managed-identity, workload-identity, github-oidc or cli",
        "url = \"https://gw.corp\", capabilities { CLOCK = true }|:1: 'CLOCK' is not known here; known"
            + " are BATCH, BETA, LOCATION, ME",
        "url = \"https://gw.corp\", capabilities { BETA = 7 }|:1: 'BETA' is neither true nor false",
        "url = \"https://gw.corp\", route { proxy = \"gw\" }|:1: proxy 'gw' is not of the form"
            + " http://host:port",
        "url = \"https://gw.corp\", route { proxy = \"http://me:pass@p.corp:1\" }|:1: the proxy's address"
            + " holds credentials, which Rollcall does not send; give http://host:port",
        "url = \"https://gw.corp\", route { proxy = \"https://p.corp:1\" }|:1: proxy 'https://p.corp:1' is"
            + " not of the form http://host:port",
        "url = \"https://gw.corp\", route { no-proxy = [\"10.0.0.0/8\"] }|:1: no-proxy '10.0.0.0/8' is no"
            + " host; give its name, or *.name for all below",
        "url = \"https://gw.corp\", route { client-certificate { file = a.p12 } }|:1: give password-from {"
            + " env = VARIABLE }",
        "url = \"https://gw.corp\", route { client-certificate { file = a, password = abc } }|:1:"
            + " 'password' may not stand here: name where it is, with env, file or command",
        "url = \"https://microsoftgraph.chinacloudapi.cn\"|:1: the cloud 'china' has no presence API; there"
            + " is nothing to judge",
        "url = \"gw.corp\"|:1: url gw.corp: give an address such as https://host/prefix or"
            + " https://host/prefix/v1.0",
        "pace = 3|:1: target staging has no url; give one",
        "cloud = china|:1: the cloud 'china' has no presence API; there is nothing to judge",
        "cloud = mars|:1: there is no cloud 'mars'; give global, us-gov-l4, us-gov-l5, china",
      })
  void whatIsWrongIsNamedWithItsPlace(String entry, String message) throws IOException {
    InvalidSetting refused =
        assertThrows(
            InvalidSetting.class,
            () -> settings("targets { staging { " + entry + " } }", Map.of()));
    assertEquals(folder.resolve("targets.conf") + message, refused.getMessage());
    assertFalse(refused.getMessage().matches(".*(eyJh|pass@|abc).*"));
  }

  @Test
  void aMistakeInAnotherTargetIsFoundToo() throws IOException {
    String text = "targets { staging { url = \"https://gw.corp\" }, other { ulr = x } }";
    InvalidSetting refused = assertThrows(InvalidSetting.class, () -> settings(text, Map.of()));
    assertTrue(refused.getMessage().endsWith("did you mean 'url'?"), refused.getMessage());
  }

  @Test
  void anUnknownNameAndAMissingFileSayWhatToDo() throws IOException {
    file("targets { staging { url = \"https://gw.corp\" } }");
    assertEquals(
        "--target stagin: "
            + folder.resolve("targets.conf")
            + " has no such target; did you mean 'staging'?",
        refusal("stagin", "targets.conf"));
    assertEquals(
        "--target staging: there is no readable "
            + folder.resolve("none.conf")
            + " that would tell its address; give an address, or the file with --targets-file",
        refusal("staging", "none.conf"));
  }

  @Test
  void aSecretThatIsNotThereIsNamedByItsPlace() throws IOException {
    Settings settings =
        settings(
            "targets { staging { url = \"https://gw.corp\", credentials { app { env = NOT_SET } } } }",
            Map.of());
    Keyring keyring = Credentials.find(settings, InstantSource.system());
    assertEquals(
        folder.resolve("targets.conf")
            + ":1: the variable NOT_SET is not set; export it, the bare secret on one line",
        assertThrows(InvalidSetting.class, () -> keyring.main().orElseThrow().token())
            .getMessage());
  }

  private String refusal(String name, String file) {
    Map<Setting, List<String>> given =
        Map.of(
            Setting.TARGET,
            List.of(name),
            Setting.TARGETS_FILE,
            List.of(folder.resolve(file).toString()));
    return assertThrows(InvalidSetting.class, () -> Settings.of(given, Map.of(), Map.of()))
        .getMessage();
  }

  private Settings settings(String text, Map<String, String> environment) throws IOException {
    Path file = file(text);
    return Settings.of(
        Map.of(Setting.TARGET, List.of("staging"), Setting.TARGETS_FILE, List.of(file.toString())),
        Map.of(),
        environment);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("targets.conf"), text);
  }
}
