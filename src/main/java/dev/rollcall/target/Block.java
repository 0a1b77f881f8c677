package dev.rollcall.target;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A block of a HOCON file, read strictly: what is wrong is named with its line, what is not known
 * with what may have been meant.
 */
record Block(Path file, ConfigObject object) {

  /**
   * @throws InvalidSetting if another key stands here; of one that looks like a secret no value is
   *     repeated
   */
  Block requireKeys(Set<String> known) {
    for (Map.Entry<String, ConfigValue> member : object.entrySet()) {
      String key = member.getKey();
      if (!known.contains(key)) {
        throw invalid(
            member.getValue(),
            looksSecret(key)
                ? "'" + key + "' may not stand here: name where it is, with env, file or command"
                : "'" + key + "' is not known here" + Nearest.to(key, known));
      }
    }
    return this;
  }

  private static boolean looksSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.contains("token") || name.contains("secret") || name.contains("password");
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  Set<String> keys() {
    return object.keySet();
  }

  Optional<Block> block(String key) {
    return Optional.ofNullable(object.get(key)).map(value -> asBlock(key, value));
  }

  void eachBlock(BiConsumer<String, Block> use) {
    object.forEach((key, value) -> use.accept(key, asBlock(key, value)));
  }

  private Block asBlock(String key, ConfigValue value) {
    if (value instanceof ConfigObject inner) {
      return new Block(file, inner);
    }
    throw invalid(value, "'" + key + "' is no block; write " + key + " { ... }");
  }

  Optional<String> text(String key) {
    return has(key) ? texts(key).stream().findFirst() : Optional.empty();
  }

  /** The members of a list, or what stands alone as a list of one; none if the key is not there. */
  List<String> texts(String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      return List.of();
    }
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> List.of(value.unwrapped().toString());
      case LIST -> ((List<?>) value.unwrapped()).stream().map(String::valueOf).toList();
      default -> throw invalid(value, "'" + key + "' is no text");
    };
  }

  boolean flag(String key) {
    ConfigValue value = object.get(key);
    if (value.valueType() != ConfigValueType.BOOLEAN) {
      throw invalid(value, "'" + key + "' is neither true nor false");
    }
    return (Boolean) value.unwrapped();
  }

  /** A path from the folder of the file. */
  Path resolved(String path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  /** Such as {@code targets.conf:12}. */
  String place() {
    return place(object);
  }

  InvalidSetting invalid(String message) {
    return invalid(object, message);
  }

  private InvalidSetting invalid(ConfigValue value, String message) {
    return new InvalidSetting(place(value) + ": " + message);
  }

  private String place(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    return file + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "");
  }
}
