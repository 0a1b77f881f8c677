package dev.rollcall.target;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A token of Microsoft's identity platform by a way that needs no secret in {@code targets.conf},
 * over the target's own route.
 *
 * <p>The library's own reading of the environment is not used, where it can be helped: it would ask
 * its maker's site about a login host of one's own.
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

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** The first start of that program takes its time. */
  private static final Duration COMMAND_DEADLINE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** The identity library names them so. */
  private static final String AUTHORITY = "AZURE_AUTHORITY_HOST";

  private static final String TENANT_VARIABLE = "AZURE_TENANT_ID";
  private static final String CLIENT_VARIABLE = "AZURE_CLIENT_ID";
  private static final String SECRET_VARIABLE = "AZURE_CLIENT_SECRET";
  private static final String CERTIFICATE_VARIABLE = "AZURE_CLIENT_CERTIFICATE_PATH";
  private static final String PASSWORD_VARIABLE = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
  private static final String TOKEN_FILE_VARIABLE = "AZURE_FEDERATED_TOKEN_FILE";

  SecretSource source() {
    Supplier<TokenCredential> credential = new Once<>(builder());
    return new SecretSource("azure " + kind, true, () -> token(credential));
  }

  private Supplier<TokenCredential> builder() {
    return switch (kind) {
      case "environment" -> this::ofEnvironment;
      case "managed-identity" -> this::ofMachine;
      case "workload-identity" ->
          () ->
              known(new WorkloadIdentityCredentialBuilder())
                  .tokenFilePath(required(TOKEN_FILE_VARIABLE))
                  .build();
      case "github-oidc" ->
          () ->
              known(new ClientAssertionCredentialBuilder())
                  .clientAssertion(new GitHubOidc(place, route, environment)::assertion)
                  .build();
      case "cli" -> this::ofCommandLine;
      default ->
          throw new InvalidSetting(
              place
                  + ": azure = "
                  + kind
                  + " is not known; give environment, managed-identity, workload-identity,"
                  + " github-oidc or cli");
    };
  }

  private TokenCredential ofEnvironment() {
    Optional<String> secret = variable(SECRET_VARIABLE);
    if (secret.isPresent()) {
      return known(new ClientSecretCredentialBuilder()).clientSecret(secret.get()).build();
    }
    String certificate =
        variable(CERTIFICATE_VARIABLE)
            .orElseThrow(
                () ->
                    new InvalidSetting(
                        place
                            + ": give the variable "
                            + SECRET_VARIABLE
                            + " or "
                            + CERTIFICATE_VARIABLE));
    var builder = known(new ClientCertificateCredentialBuilder());
    return variable(PASSWORD_VARIABLE)
        .map(password -> builder.pfxCertificate(certificate).clientCertificatePassword(password))
        .orElseGet(() -> builder.pemCertificate(certificate))
        .build();
  }

  private TokenCredential ofMachine() {
    // The machine answers at addresses of its own, to which no proxy leads.
    var builder =
        new ManagedIdentityCredentialBuilder()
            .httpClient(http(route.client().proxy(HttpClient.Builder.NO_PROXY)));
    clientId.or(() -> variable(CLIENT_VARIABLE)).ifPresent(builder::clientId);
    return builder.build();
  }

  private TokenCredential ofCommandLine() {
    var builder = new AzureCliCredentialBuilder().processTimeout(COMMAND_DEADLINE);
    tenantId.or(() -> variable(TENANT_VARIABLE)).ifPresent(builder::tenantId);
    return builder.build();
  }

  private <T extends AadCredentialBuilderBase<T>> T known(T builder) {
    if (environment.containsKey(AUTHORITY)) {
      // It would ask its maker's site whether there is such a login host.
      builder.disableInstanceDiscovery();
    }
    return builder
        .httpClient(http(route.client()))
        .retryOptions(new RetryOptions(new FixedDelayOptions(1, PAUSE)))
        .authorityHost(authority())
        .tenantId(required(tenantId, TENANT_ID, TENANT_VARIABLE))
        .clientId(required(clientId, CLIENT_ID, CLIENT_VARIABLE));
  }

  private static com.azure.core.http.HttpClient http(HttpClient.Builder client) {
    return new JdkHttpClientBuilder(client)
        .connectionTimeout(DEADLINE)
        .responseTimeout(DEADLINE)
        .readTimeout(DEADLINE)
        .build();
  }

  private String authority() {
    return variable(AUTHORITY).orElse(cloud.login());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private String required(String variable) {
    return variable(variable)
        .orElseThrow(() -> new InvalidSetting(place + ": give the variable " + variable));
  }

  private String required(Optional<String> given, String key, String variable) {
    return given
        .or(() -> variable(variable))
        .orElseThrow(
            () ->
                new InvalidSetting(
                    place + ": give " + key + " here or in the variable " + variable));
  }

  /**
   * @param credential built when the first token is asked for: it keeps tokens until they end
   */
  private Secret token(Supplier<TokenCredential> credential) {
    var reason = new AzureRefusal(place + ": azure = " + kind, authority(), route, secrets());
    var wanted = new TokenRequestContext().addScopes(scope.orElse(cloud.graph() + "/.default"));
    return reason.unless(() -> new Secret(credential.get().getTokenSync(wanted).getToken()));
  }

  private List<String> secrets() {
    return Stream.of(SECRET_VARIABLE, PASSWORD_VARIABLE)
        .flatMap(name -> variable(name).stream())
        .toList();
  }
}
