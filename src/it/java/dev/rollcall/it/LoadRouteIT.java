package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.rollcall.Main;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Https;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.ForwardProxy;
import dev.rollcall.target.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Load takes the way that {@code targets.conf} describes, in a JVM of its own, and believes no
 * server that a check would not believe.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadRouteIT {
  /** Nobody listens there: what is answered has come through the proxy. */
  private static final String BEHIND_PROXY = "https://127.0.0.1:1";

  /** One connection before the run and one at its start ask who the target is; then comes load. */
  private static final int BEFORE_LOAD = 2;

  private static final String TOKEN = "token-of-no-account";

  private final AtomicInteger runs = new AtomicInteger();

  @TempDir private static Path shared;
  private Path folder;
  private Keys client;
  private PresenceFake fake;

  @BeforeAll
  void start() throws Exception {
    client = Keys.made(shared, "client");
    fake =
        PresenceFake.start(
            FakeOptions.defaults().withHttps(Https.defaults().withClientCa(client.pem())));
  }

  @AfterAll
  void stop() {
    fake.close();
  }

  @BeforeEach
  void describe() throws IOException {
    folder = Files.createDirectory(shared.resolve("run-" + runs.incrementAndGet()));
    Files.write(folder.resolve("users"), fake.namedUsers());
  }

  @Test
  void everyLookupGoesThroughTheProxyWithOurCertificate() throws Exception {
    try (ForwardProxy proxy = ForwardProxy.to(number -> fake.port())) {
      LoadResult result = load(proxy, fake.certificate().orElseThrow());
      Operation lookups = result.operations().get(0);
      assertEquals(10, lookups.requests());
      assertEquals(10, lookups.ok());
      assertFalse(result.target().ours());
      assertEquals("remote", result.measured());
      assertEquals(Set.of("CONNECT 127.0.0.1:1"), Set.copyOf(proxy.passed()));
      assertTrue(proxy.passed().size() > BEFORE_LOAD, proxy.passed().toString());
      assertEquals(List.of(), holding(TOKEN, Keys.PASSWORD));
    }
  }

  @ParameterizedTest
  @CsvSource({"ip:127.0.0.1,true", "ip:127.0.0.1,false", "dns:elsewhere.test,true"})
  void onlyAServerThatIsTrustedAndNamedSoHearsOfIt(String name, boolean trusted) throws Exception {
    Keys other = Keys.made(folder, "other", "-ext", "san=" + name);
    Path ca = Files.copy(fake.certificate().orElseThrow(), folder.resolve("ca.pem"));
    if (trusted) {
      Files.writeString(ca, Files.readString(ca) + Files.readString(other.pem()));
    }
    AtomicInteger heard = new AtomicInteger();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(other.server()));
    server.createContext(
        "/",
        exchange -> {
          heard.incrementAndGet();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    try (ForwardProxy proxy =
        ForwardProxy.to(
            number -> number < BEFORE_LOAD ? fake.port() : server.getAddress().getPort())) {
      Operation lookups = load(proxy, ca).operations().get(0);
      boolean believed = trusted && name.equals("ip:127.0.0.1");
      assertEquals(Map.of(believed ? "503" : "none", 10L), lookups.statuses());
      assertEquals(believed, heard.get() > 0);
    } finally {
      server.stop(0);
    }
  }

  private LoadResult load(ForwardProxy proxy, Path ca) throws Exception {
    Files.writeString(
        folder.resolve("targets.conf"),
        """
        targets { there {
          url = "%s"
          allow-load = 127.0.0.1
          users = users
          credentials { app { env = THERE_TOKEN } }
          route {
            ca-file = "%s"
            proxy = "%s"
            client-certificate { file = "%s", password-from { env = CLIENT_PASSWORD } }
          }
        } }
        """
            .formatted(BEHIND_PROXY, ca, proxy.address(), client.store()));
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("THERE_TOKEN", TOKEN);
    builder.environment().put("CLIENT_PASSWORD", Keys.PASSWORD);
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "load does not end");
    } finally {
      process.destroyForcibly();
    }
    assertTrue(Files.exists(folder.resolve("out").resolve("load.json")), Files.readString(log));
    LoadResult result = ResultFiles.load(folder.resolve("out"));
    assertEquals(1, result.operations().size(), () -> result.reasons() + said(log));
    return result;
  }

  private static String said(Path log) {
    try {
      return "\n" + Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("load", "--target", "there"));
    command.addAll(List.of("--targets-file", folder.resolve("targets.conf").toString()));
    command.addAll(List.of("--rate", "10", "--batch", "2", "--duration", "1s"));
    command.addAll(List.of("--out", folder.resolve("out").toString()));
    return command;
  }

  /** What the run has left behind with one of these secrets in it. */
  private List<Path> holding(String... secrets) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, secrets)).toList();
    }
  }

  private static boolean holds(Path file, String... secrets) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return List.of(secrets).stream().anyMatch(text::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
