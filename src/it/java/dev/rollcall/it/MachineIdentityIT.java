package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of the machine and of the Azure command line: the identity library looks for both in the
 * environment of its own process, so it gets a process with one.
 */
class MachineIdentityIT {
  private static final String TOKEN = "token-of-no-account";
  private static final String HEADER = "header-of-no-account";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;
  private HttpServer server;
  private String address;

  /** Stands for the machine's identity endpoint and for the target. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    asked.add(
        path
            + " "
            + headers.getFirst("Authorization")
            + " "
            + headers.getFirst("X-IDENTITY-HEADER"));
    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    if (path.equals("/identity")) {
      answer =
          ("{\"access_token\":\""
                  + TOKEN
                  + "\",\"expires_on\":\"4070908800\",\"token_type\":\"Bearer\"}")
              .getBytes(StandardCharsets.UTF_8);
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void aMachineIsAskedForItsToken() throws Exception {
    String said =
        dryRun(
            "managed-identity",
            Map.of("IDENTITY_ENDPOINT", address + "/identity", "IDENTITY_HEADER", HEADER));
    assertTrue(asked.contains("/identity null " + HEADER), asked + said);
    assertTrue(asked.contains("/v1.0/me/presence Bearer " + TOKEN + " null"), asked + said);
  }

  @Test
  void theCommandLineIsAskedForItsToken() throws Exception {
    az("echo '{\"accessToken\":\"" + TOKEN + "\",\"expiresOn\":\"2099-01-01 00:00:00.000000\"}'");
    String said = dryRun("cli", Map.of("PATH", folder + ":" + System.getenv("PATH")));
    assertTrue(asked.contains("/v1.0/me/presence Bearer " + TOKEN + " null"), asked + said);
  }

  @Test
  void whoIsNotSignedInIsToldSoInOneLine() throws Exception {
    az("echo 'ERROR: Please run az login to setup account.' >&2; exit 1");
    assertEquals(
        "rollcall: "
            + folder.resolve("targets.conf")
            + ":3: azure = cli gives no token: AzureCliCredential authentication unavailable. Please"
            + " run 'az login' to set up account.",
        dryRun("cli", Map.of("PATH", folder + ":" + System.getenv("PATH"))).strip());
  }

  private void az(String script) throws IOException {
    Path az = Files.writeString(folder.resolve("az"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
  }

  /** What it printed, in which no secret is. */
  private String dryRun(String kind, Map<String, String> environment) throws Exception {
    Files.writeString(
        folder.resolve("targets.conf"),
        """
        targets { there {
          url = "%s"
          credentials { user { azure = %s } }
        } }
        """
            .formatted(address, kind));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("check", "--dry-run", "--target", "there"));
    command.addAll(List.of("--targets-file", folder.resolve("targets.conf").toString()));
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the dry run does not end");
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log);
    assertFalse(said.contains(TOKEN) || said.contains(HEADER), said);
    return said;
  }
}
