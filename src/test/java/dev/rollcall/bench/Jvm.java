package dev.rollcall.bench;

import java.nio.file.Path;

/** Other processes of the Java that runs this one. */
final class Jvm {
  private Jvm() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Without the settings of whoever started this process. */
  static ProcessBuilder alone(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    return builder.redirectErrorStream(true);
  }
}
