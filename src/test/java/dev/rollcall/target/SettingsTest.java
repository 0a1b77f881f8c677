package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void anOptionWinsOverAPropertyAndAPropertyOverAVariable() {
    Map<String, String> properties = Map.of("rollcall.pace", "2", "rollcall.batch", "7");
    Map<String, String> environment =
        Map.of("ROLLCALL_PACE", "3", "ROLLCALL_BATCH", "8", "ROLLCALL_RATE", "9");
    Settings settings = Settings.of(Map.of(Setting.PACE, List.of("1")), properties, environment);
    assertEquals(Optional.of("1"), settings.value(Setting.PACE));
    assertEquals(Optional.of("7"), settings.value(Setting.BATCH));
    assertEquals(Optional.of("9"), settings.value(Setting.RATE));
  }

  @Test
  void everySettingHasOneNameInThreeSpellings() {
    assertEquals("--allow-writes", Setting.ALLOW_WRITES.option());
    assertEquals("rollcall.allow-writes", Setting.ALLOW_WRITES.property());
    assertEquals("ROLLCALL_ALLOW_WRITES", Setting.ALLOW_WRITES.variable());
  }

  @Test
  void aListIsSplitAtCommasInPropertiesAndVariables() {
    Settings settings = Settings.of(Map.of(), Map.of("rollcall.test-users", "a, b,,c"), Map.of());
    assertEquals(List.of("a", "b", "c"), settings.list(Setting.TEST_USERS));
  }

  @Test
  void aFlagIsSetUnlessItSaysFalse() {
    assertTrue(Settings.of(Map.of(), Map.of("rollcall.strict", ""), Map.of()).flag(Setting.STRICT));
    assertFalse(
        Settings.of(Map.of(), Map.of("rollcall.strict", "false"), Map.of()).flag(Setting.STRICT));
    assertFalse(Settings.exactly(Map.of()).flag(Setting.STRICT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rollcall.token", "rollcall.client-secret", "rollcall.password"})
  void aSecretInAPropertyIsRefusedWithoutRepeatingIt(String property) {
    String message = refusal(Map.of(property, "hunter2"));
    assertEquals(
        "-D"
            + property
            + ": a property is visible to everybody on the machine; give the token in the variable"
            + " ROLLCALL_TOKEN, with --token-file or with --token-command",
        message);
  }

  @Test
  void aMisspelledPropertyIsNamed() {
    assertEquals(
        "-Drollcall.alow-writes is no setting of Rollcall; did you mean 'allow-writes'?",
        refusal(Map.of("rollcall.alow-writes", "host")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "51", "NaN", "fast"})
  void aNumberOutOfRangeNamesSettingAndRemedy(String text) {
    Settings settings = Settings.exactly(Map.of(Setting.PACE, List.of(text)));
    String message =
        assertThrows(InvalidSetting.class, () -> settings.number(Setting.PACE, 50)).getMessage();
    assertTrue(message.startsWith("--pace " + text + ": give a number"), message);
  }

  @Test
  void packedSettingsComeBackWhole() {
    Settings settings =
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of("http://127.0.0.1:1"),
                Setting.ONLY, List.of("a", "b"),
                Setting.STRICT, List.of("true")));
    Settings back = Settings.unpack(settings.pack());
    assertEquals(settings.pack(), back.pack());
    assertEquals(List.of("a", "b"), back.list(Setting.ONLY));
  }

  @Test
  void theTokenIsNeitherPackedNorPrinted() {
    Settings settings = Settings.of(Map.of(), Map.of(), Map.of("ROLLCALL_TOKEN", "hunter2"));
    Secret token = Credentials.find(settings, InstantSource.system()).main().orElseThrow().token();
    assertEquals("hunter2", token.reveal());
    assertEquals("***", token.toString());
    assertFalse(settings.pack().contains("hunter2"));
  }

  private static String refusal(Map<String, String> properties) {
    return assertThrows(InvalidSetting.class, () -> Settings.of(Map.of(), properties, Map.of()))
        .getMessage();
  }
}
