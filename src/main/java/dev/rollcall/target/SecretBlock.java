package dev.rollcall.target;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code { env = VARIABLE }}, {@code { file = FILE }} or {@code { command = COMMAND }}. */
record SecretBlock(Block block, Map<String, String> environment) {
  private static final String VARIABLE = "env";
  private static final String FILE = "file";
  private static final String COMMAND = "command";

  /**
   * @param others keys that may stand beside
   */
  SecretSource source(Set<String> others) {
    var known = new HashSet<>(Set.of(VARIABLE, FILE, COMMAND));
    known.addAll(others);
    block.requireKeys(known);
    List<String> given = List.of(VARIABLE, FILE, COMMAND).stream().filter(block::has).toList();
    if (given.size() != 1) {
      throw block.invalid(
          "say where the secret is: one of env = VARIABLE, file = FILE, command = COMMAND");
    }
    String value = block.text(given.get(0)).orElse("");
    return switch (given.get(0)) {
      case VARIABLE -> SecretSource.variable(block.place(), variable(value), environment);
      case FILE -> SecretSource.file(block.place(), block.resolved(value));
      default -> SecretSource.command(block.place(), value);
    };
  }

  private String variable(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw block.invalid(
          "env wants the name of a variable, not what is in it; that must not stand here");
    }
    return name;
  }
}
