package dev.rollcall.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where a secret is kept that must stand neither in a file of settings nor on a command line.
 *
 * @param origin in words, for whoever wants to know what was found where
 * @param renewable whether it can give another one later
 */
record SecretSource(String origin, boolean renewable, Supplier<Secret> secret) {
  private static final int COMMAND_SECONDS = 60;

  /** A variable of the environment. */
  static SecretSource variable(String place, String name, Map<String, String> environment) {
    return new SecretSource(
        "$" + name,
        false,
        () -> secret(place, "the variable " + name, set(place, name, environment)));
  }

  private static String set(String place, String name, Map<String, String> environment) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new InvalidSetting(
          place + ": the variable " + name + " is not set; export it, the bare secret on one line");
    }
    return value;
  }

  /** A file, read whenever the secret is asked for. */
  static SecretSource file(String place, Path file) {
    return new SecretSource(
        file.toString(), true, () -> secret(place, "the file " + file, read(place, file)));
  }

  /** What a command of the shell prints. */
  static SecretSource command(String place, String command) {
    return new SecretSource(
        "the command '" + command + "'",
        true,
        () -> secret(place, "the command '" + command + "'", printed(place, command)));
  }

  private static String read(String place, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidSetting(
          place + ": the file " + file + " cannot be read; name a readable file");
    }
  }

  private static String printed(String place, String command) {
    try {
      Process process =
          new ProcessBuilder(shell(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      // A command's output is short; it fits the pipe, so waiting first cannot block it.
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(place, command, "did not end within " + COMMAND_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw failed(place, command, "ended with exit code " + process.exitValue());
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failed(place, command, "cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(place, command, "was interrupted");
    }
  }

  private static InvalidSetting failed(String place, String command, String how) {
    return new InvalidSetting(
        place + ": the command '" + command + "' " + how + "; run it by hand to see why");
  }

  private static List<String> shell(String command) {
    return System.getProperty("os.name").startsWith("Windows")
        ? List.of("cmd", "/c", command)
        : List.of("sh", "-c", command);
  }

  private static Secret secret(String place, String source, String text) {
    String secret = text.strip();
    if (secret.isEmpty() || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new InvalidSetting(
          place + ": " + source + " gives no secret; one line with the bare token is needed");
    }
    return new Secret(secret);
  }
}
