package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a login host of our own, to which nobody but it and the job's own server is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class AzureIdentityTest {
  private static final String TENANT = "11111111-1111-4111-8111-111111111111";
  private static final String CLIENT = "22222222-2222-4222-8222-222222222222";
  private static final String SECRET = "secret-of-no-account";
  private static final String PLACE = "targets.conf:7";

  @TempDir private static Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Keys keys;
  private HttpsServer login;
  private String host;
  private ForwardProxy elsewhere;
  private volatile int status;
  private volatile String answer;

  @BeforeAll
  void start() throws Exception {
    keys = Keys.made(folder, "login", "-ext", "san=ip:127.0.0.1");
    login = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    login.setHttpsConfigurator(new HttpsConfigurator(keys.server()));
    login.createContext("/", this::serve);
    login.start();
    host = "https://127.0.0.1:" + login.getAddress().getPort();
    elsewhere = ForwardProxy.refusing(403);
  }

  @AfterAll
  void stop() throws IOException {
    login.stop(0);
    elsewhere.close();
  }

  @BeforeEach
  void describe() {
    environment.clear();
    environment.putAll(
        Map.of("AZURE_AUTHORITY_HOST", host, "AZURE_TENANT_ID", TENANT, "AZURE_CLIENT_ID", CLIENT));
    asked.clear();
    status = 200;
    answer = "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"token-1\"}";
  }

  // the kinds

  @Test
  void theEnvironmentGivesASecret() {
    environment.put("AZURE_CLIENT_SECRET", SECRET);
    assertEquals("token-1", token("environment"));
    assertTrue(lastAsked().startsWith("POST /" + TENANT + "/oauth2/v2.0/token "), lastAsked());
    assertTrue(lastAsked().contains("client_secret=" + SECRET), lastAsked());
    assertTrue(lastAsked().contains("https%3A%2F%2Fgraph.microsoft.us%2F.default"), lastAsked());
    assertEquals(List.of(), elsewhere.passed());
  }

  @Test
  void theEnvironmentGivesACertificate() throws Exception {
    Keys own = Keys.made(folder, "certificate", "-keyalg", "RSA");
    environment.put("AZURE_CLIENT_CERTIFICATE_PATH", own.store().toString());
    environment.put("AZURE_CLIENT_CERTIFICATE_PASSWORD", Keys.PASSWORD);
    assertEquals("token-1", token("environment"));
    assertTrue(lastAsked().contains("client_assertion="), lastAsked());
  }

  @Test
  void aWorkloadHasATokenInAFile() throws IOException {
    environment.put(
        "AZURE_FEDERATED_TOKEN_FILE",
        Files.writeString(folder.resolve("federated"), "fed.era.ted").toString());
    assertEquals("token-1", token("workload-identity"));
    assertTrue(lastAsked().contains("client_assertion=fed.era.ted"), lastAsked());
  }

  @Test
  void aJobOfGitHubIsVouchedForByGitHub() {
    environment.put("ACTIONS_ID_TOKEN_REQUEST_URL", host + "/oidc?api-version=2.0");
    environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "of-the-job");
    assertEquals("token-1", token("github-oidc"));
    assertTrue(
        asked.contains(
            "GET /oidc?api-version=2.0&audience=api://AzureADTokenExchange Bearer of-the-job"),
        asked.toString());
    assertTrue(lastAsked().contains("client_assertion=git.hub.job"), lastAsked());
  }

  @Test
  void whatTheFileSaysWinsOverTheEnvironment() {
    environment.put("AZURE_CLIENT_SECRET", SECRET);
    var identity =
        new AzureIdentity(
            PLACE,
            "environment",
            Optional.of("tenant-of-the-file"),
            Optional.of("client-of-the-file"),
            Optional.of("api://x/.default"),
            Cloud.GLOBAL,
            route(true, true),
            environment);
    identity.source().secret().get();
    assertTrue(lastAsked().startsWith("POST /tenant-of-the-file/"), lastAsked());
    assertTrue(lastAsked().contains("client_id=client-of-the-file"), lastAsked());
    assertTrue(lastAsked().contains("api%3A%2F%2Fx%2F.default"), lastAsked());
  }

  // refusals

  @Test
  void whatIsMissingIsNamed() {
    assertRefused(
        "environment", "give the variable AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH");
    assertRefused("workload-identity", "give the variable AZURE_FEDERATED_TOKEN_FILE");
    assertRefused(
        "github-oidc",
        "there is no ACTIONS_ID_TOKEN_REQUEST_URL; this works in a GitHub Actions job with"
            + " 'permissions: id-token: write'");
    environment.remove("AZURE_TENANT_ID");
    assertRefused("workload-identity", "give tenant-id here or in the variable AZURE_TENANT_ID");
  }

  @Test
  void theReasonOfTheLoginHostIsOneLineWithoutTheSecret() {
    environment.put("AZURE_CLIENT_SECRET", SECRET);
    status = 401;
    answer =
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret "
            + SECRET
            + ".\\r\\nTrace ID: 1\"}";
    assertRefused(
        "environment",
        "azure = environment gives no token: AADSTS7000215: Invalid client secret ***.");
    assertEquals(1, asked.size());
  }

  @Test
  void whatMayPassIsTriedOnceMoreAndNotOften() {
    environment.put("AZURE_CLIENT_SECRET", SECRET);
    status = 503;
    answer = "busy";
    String said = refusal("environment", true, true);
    assertTrue(said.startsWith(PLACE + ": azure = environment gives no token: "), said);
    assertEquals(1, said.lines().count());
    assertEquals(2, asked.size());
  }

  @Test
  void aLoginHostThatIsNotTrustedIsNamed() {
    environment.put("AZURE_CLIENT_SECRET", SECRET);
    String said = refusal("environment", false, true);
    assertTrue(
        said.startsWith(
            PLACE
                + ": azure = environment gives no token: TLS: the certificate of "
                + host
                + " is not trusted ("),
        said);
    assertTrue(said.endsWith("; name the CA of the target with ca-file in targets.conf"), said);
  }

  @Test
  void aProxyThatRefusesIsNamed() {
    environment.put("AZURE_CLIENT_SECRET", SECRET);
    assertEquals(
        PLACE
            + ": azure = environment gives no token: the proxy "
            + elsewhere.place()
            + " refuses to connect to 127.0.0.1 (status 403); ask who runs it, or name the host in"
            + " no-proxy",
        refusal("environment", true, false));
    elsewhere.passed().clear();
  }

  // an optional dependency

  @Test
  void aTargetWithoutAzureNeedsNoneOfItsClassesAndOneWithItSaysSo() throws Exception {
    Path file = folder.resolve("targets.conf");
    try (var without = new WithoutAzure()) {
      Class<?> reader = without.loadClass(TargetsFile.class.getName());
      var entry = reader.getDeclaredMethod("entry", Path.class, String.class, Map.class);
      entry.setAccessible(true);
      Files.writeString(
          file, "targets { t { url = \"https://a.corp\", credentials { app { env = T } } } }");
      assertTrue(entry.invoke(null, file, "t", Map.of()).toString().contains("name=t"));
      Files.writeString(
          file, "targets { t { url = \"https://a.corp\", credentials { app { azure = cli } } } }");
      var thrown =
          assertThrows(
              InvocationTargetException.class, () -> entry.invoke(null, file, "t", Map.of()));
      assertEquals(
          file
              + ":1: azure needs com.azure:azure-identity and com.azure:azure-core-http-jdk-httpclient"
              + " on the class path; add them, or name the token with env, file or command",
          thrown.getCause().getMessage());
    }
  }

  /** Everything that is on the class path, but for one optional part. */
  private static final class WithoutAzure extends URLClassLoader {
    WithoutAzure() throws IOException {
      super(urls(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls() throws IOException {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (!Path.of(entry).getFileName().toString().startsWith("azure-")) {
          urls.add(Path.of(entry).toUri().toURL());
        }
      }
      return urls.toArray(URL[]::new);
    }
  }

  // what stands in for the login host

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean job = exchange.getRequestURI().getPath().equals("/oidc");
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + (job ? exchange.getRequestHeaders().getFirst("Authorization") : body));
    byte[] said = (job ? "{\"value\":\"git.hub.job\"}" : answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(job ? 200 : status, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private String lastAsked() {
    return asked.get(asked.size() - 1);
  }

  private String token(String kind) {
    return identity(kind, true, true).source().secret().get().reveal();
  }

  private void assertRefused(String kind, String message) {
    assertEquals(PLACE + ": " + message, refusal(kind, true, true));
  }

  private String refusal(String kind, boolean trusted, boolean direct) {
    Supplier<Secret> secret = identity(kind, trusted, direct).source().secret();
    return assertThrows(InvalidSetting.class, secret::get).getMessage();
  }

  private AzureIdentity identity(String kind, boolean trusted, boolean direct) {
    return new AzureIdentity(
        PLACE,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Cloud.US_GOV_L4,
        route(trusted, direct),
        environment);
  }

  private Route route(boolean trusted, boolean direct) {
    String[] place = elsewhere.place().split(":");
    return new Route(
        trusted ? Optional.of(keys.pem()) : Optional.empty(),
        Optional.of(InetSocketAddress.createUnresolved(place[0], Integer.parseInt(place[1]))),
        direct ? List.of("127.0.0.1") : List.of(),
        Optional.empty());
  }
}
