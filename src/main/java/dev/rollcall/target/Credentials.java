package dev.rollcall.target;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Where the bearer tokens of a run come from. */
final class Credentials {
  private Credentials() {}

  /**
   * What {@code --token-file}, {@code --token-command} or {@code ROLLCALL_TOKEN} give, the first of
   * them; else what {@code targets.conf} says.
   */
  static Keyring find(Settings settings, InstantSource clock) {
    Optional<Credential> given = given(settings).map(source -> credential(source, clock));
    Map<Role, Credential> described = new EnumMap<>(Role.class);
    settings
        .target()
        .ifPresent(
            target ->
                target
                    .credentials()
                    .forEach((role, source) -> described.put(role, credential(source, clock))));
    if (given.isPresent()) {
      return new Keyring(given, described);
    }
    return Keyring.of(described);
  }

  private static Optional<TargetEntry.CredentialSource> given(Settings settings) {
    Optional<SecretSource> file =
        settings
            .value(Setting.TOKEN_FILE)
            .map(name -> SecretSource.file(Setting.TOKEN_FILE.option(), Path.of(name)));
    Optional<SecretSource> command =
        settings
            .value(Setting.TOKEN_COMMAND)
            .map(line -> SecretSource.command(Setting.TOKEN_COMMAND.option(), line));
    Optional<SecretSource> variable =
        Optional.of(settings.environment())
            .filter(all -> !all.getOrDefault(Settings.TOKEN_VARIABLE, "").isBlank())
            .map(
                all ->
                    SecretSource.variable(Settings.TOKEN_VARIABLE, Settings.TOKEN_VARIABLE, all));
    return file.or(() -> command)
        .or(() -> variable)
        .map(source -> new TargetEntry.CredentialSource(source, Optional.empty()));
  }

  private static Credential credential(TargetEntry.CredentialSource from, InstantSource clock) {
    SecretSource source = from.source();
    return new Credential(
        source.origin(), from.appId(), source.secret(), source.renewable(), clock);
  }

  /**
   * A token that says who calls, for a fake, which believes it without a signature. It is no
   * secret.
   */
  static String unsigned(Identity identity) {
    String claims = JsonMapper.shared().writeValueAsString(identity.claims());
    return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".unsigned";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
