package dev.rollcall.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the bearer token comes from, and what it says of itself when it is a JWT. */
final class Token {
  private static final int COMMAND_SECONDS = 60;

  private Token() {}

  /**
   * The token of {@code --token-file}, {@code --token-command} or the environment, in this order.
   *
   * @throws InvalidSetting if the file cannot be read, or the command fails or prints nothing
   */
  static Optional<Secret> find(Settings settings) {
    Optional<String> file = settings.value(Setting.TOKEN_FILE);
    if (file.isPresent()) {
      return Optional.of(ofFile(file.get()));
    }
    Optional<String> command = settings.value(Setting.TOKEN_COMMAND);
    if (command.isPresent()) {
      return Optional.of(ofCommand(command.get()));
    }
    return settings.token();
  }

  /** A claim of the token, if it is a JWT that has it; its signature is the target's business. */
  static Optional<String> claim(Secret token, String name) {
    String[] parts = token.reveal().split("\\.");
    if (parts.length < 2) {
      return Optional.empty();
    }
    try {
      JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
      return claims.path(name).isString()
          ? Optional.of(claims.get(name).asString())
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty(); // opaque: some tokens have dots and are no JWT
    }
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

  private static Secret ofFile(String file) {
    try {
      return secret(Setting.TOKEN_FILE, file, Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw Settings.invalid(
          Setting.TOKEN_FILE,
          file,
          "the file cannot be read; name a readable file that holds the token");
    }
  }

  private static Secret ofCommand(String command) {
    try {
      Process process =
          new ProcessBuilder(shell(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      // A command's output is short; it fits the pipe, so waiting first cannot block it.
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw Settings.invalid(
            Setting.TOKEN_COMMAND, command, "it did not end within " + COMMAND_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw Settings.invalid(
            Setting.TOKEN_COMMAND,
            command,
            "it ended with exit code " + process.exitValue() + "; run it by hand to see why");
      }
      byte[] printed = process.getInputStream().readAllBytes();
      return secret(Setting.TOKEN_COMMAND, command, new String(printed, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Settings.invalid(Setting.TOKEN_COMMAND, command, "it cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Settings.invalid(Setting.TOKEN_COMMAND, command, "it was interrupted");
    }
  }

  private static List<String> shell(String command) {
    return System.getProperty("os.name").startsWith("Windows")
        ? List.of("cmd", "/c", command)
        : List.of("sh", "-c", command);
  }

  private static Secret secret(Setting setting, String source, String text) {
    String token = text.strip();
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw Settings.invalid(
          setting, source, "it gives no token; one line with the bare token is needed");
    }
    return new Secret(token);
  }
}
