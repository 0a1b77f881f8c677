package dev.rollcall.target;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A token of Microsoft's identity platform by a way that needs no secret of ours, through the
 * target's own route.
 *
 * @param place where it was asked for
 * @param kind environment, managed-identity, workload-identity, github-oidc or cli
 * @param tenantId else that of {@code AZURE_TENANT_ID}
 * @param clientId else that of {@code AZURE_CLIENT_ID}
 * @param scope of the token; else all that is granted for the cloud's Graph
 */
record AzureIdentity(
    String place,
    String kind,
    Optional<String> tenantId,
    Optional<String> clientId,
    Optional<String> scope,
    Cloud cloud,
    Route route,
    Map<String, String> environment) {
  static final String TENANT_ID = "tenant-id";
  static final String CLIENT_ID = "client-id";
  static final String SCOPE = "scope";

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** The identity library names it so; for a cloud of one's own. */
  private static final String AUTHORITY = "AZURE_AUTHORITY_HOST";

  SecretSource source() {
    Supplier<TokenCredential> builder = builder();
    return new SecretSource("azure " + kind, true, new Tokens(builder));
  }

  private Supplier<TokenCredential> builder() {
    return switch (kind) {
      case "environment" ->
          () -> set(new EnvironmentCredentialBuilder()).authorityHost(authority()).build();
      case "managed-identity" ->
          () -> {
            var builder = set(new ManagedIdentityCredentialBuilder());
            clientId.ifPresent(builder::clientId);
            return builder.build();
          };
      case "workload-identity" -> () -> known(new WorkloadIdentityCredentialBuilder()).build();
      case "github-oidc" ->
          () ->
              known(new ClientAssertionCredentialBuilder())
                  .clientAssertion(new GitHubOidc(place, route, environment)::assertion)
                  .build();
      case "cli" ->
          () -> {
            var builder = set(new AzureCliCredentialBuilder());
            tenantId.ifPresent(builder::tenantId);
            return builder.processTimeout(DEADLINE).build();
          };
      default ->
          throw new InvalidSetting(
              place
                  + ": azure = "
                  + kind
                  + " is not known; give environment, managed-identity, workload-identity,"
                  + " github-oidc or cli");
    };
  }

  private <T extends AadCredentialBuilderBase<T>> T known(T builder) {
    // The library would ask its maker's site whether a cloud of one's own exists.
    if (environment.containsKey(AUTHORITY)) {
      builder.disableInstanceDiscovery();
    }
    return set(builder)
        .authorityHost(authority())
        .tenantId(required(tenantId, TENANT_ID, "AZURE_TENANT_ID"))
        .clientId(required(clientId, CLIENT_ID, "AZURE_CLIENT_ID"));
  }

  private <T extends CredentialBuilderBase<T>> T set(T builder) {
    HttpClient client =
        new JdkHttpClientBuilder(route.client())
            .connectionTimeout(DEADLINE)
            .responseTimeout(DEADLINE)
            .readTimeout(DEADLINE)
            .build();
    return builder.httpClient(client).configuration(configuration()).maxRetry(1);
  }

  private Configuration configuration() {
    var configuration = new ConfigurationBuilder();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("AZURE_")) {
            configuration.putProperty(name, value);
          }
        });
    tenantId.ifPresent(id -> configuration.putProperty("AZURE_TENANT_ID", id));
    clientId.ifPresent(id -> configuration.putProperty("AZURE_CLIENT_ID", id));
    return configuration.build();
  }

  private String authority() {
    return environment.getOrDefault(AUTHORITY, cloud.login());
  }

  private String required(Optional<String> given, String key, String variable) {
    return given
        .or(() -> Optional.ofNullable(environment.get(variable)))
        .orElseThrow(
            () ->
                new InvalidSetting(
                    place + ": give " + key + " here or in the variable " + variable));
  }

  /** Builds the credential when the first token is asked for: it keeps tokens until they end. */
  private final class Tokens implements Supplier<Secret> {
    private final Supplier<TokenCredential> builder;
    private TokenCredential credential;

    Tokens(Supplier<TokenCredential> builder) {
      this.builder = builder;
    }

    @Override
    public synchronized Secret get() {
      try {
        credential = credential == null ? builder.get() : credential;
        var wanted = new TokenRequestContext().addScopes(scope.orElse(cloud.graph() + "/.default"));
        return new Secret(credential.getTokenSync(wanted).getToken());
      } catch (HttpResponseException | IllegalArgumentException | IllegalStateException e) {
        throw new InvalidSetting(
            place + ": azure = " + kind + " gives no token: " + firstLine(e.getMessage()));
      }
    }
  }

  private static String firstLine(String message) {
    return String.valueOf(message).strip().lines().findFirst().orElse("no reason given");
  }
}
