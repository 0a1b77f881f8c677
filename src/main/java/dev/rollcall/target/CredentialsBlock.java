package dev.rollcall.target;

import dev.rollcall.target.TargetEntry.CredentialSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code credentials { ROLE { ... } }} of a target.
 *
 * @param cloud whose login host gives tokens
 * @param route on which they are asked for
 */
record CredentialsBlock(
    Block block, Optional<Cloud> cloud, Route route, Map<String, String> environment) {
  private static final String AZURE = "azure";
  private static final String APP_ID = "app-id";

  Map<Role, CredentialSource> byRole() {
    block.requireKeys(Arrays.stream(Role.values()).map(Role::key).collect(Collectors.toSet()));
    var credentials = new EnumMap<Role, CredentialSource>(Role.class);
    block.eachBlock(
        (key, credential) -> credentials.put(Role.named(key).orElseThrow(), source(credential)));
    return credentials;
  }

  private CredentialSource source(Block credential) {
    SecretSource source =
        credential.has(AZURE)
            ? azure(credential)
            : new SecretBlock(credential, environment).source(Set.of(AZURE, APP_ID));
    return new CredentialSource(source, credential.text(APP_ID));
  }

  private SecretSource azure(Block credential) {
    credential.requireKeys(
        Set.of(
            AZURE, APP_ID, AzureIdentity.TENANT_ID, AzureIdentity.CLIENT_ID, AzureIdentity.SCOPE));
    try {
      return new AzureIdentity(
              credential.place(),
              credential.text(AZURE).orElseThrow(),
              credential.text(AzureIdentity.TENANT_ID),
              credential.text(AzureIdentity.CLIENT_ID),
              credential.text(AzureIdentity.SCOPE),
              cloud.orElse(Cloud.GLOBAL),
              route,
              environment)
          .source();
    } catch (NoClassDefFoundError e) { // an optional dependency of whoever uses our jar
      throw credential.invalid(
          "azure needs com.azure:azure-identity and com.azure:azure-core-http-jdk-httpclient on the"
              + " class path; add them, or name the token with env, file or command");
    }
  }
}
