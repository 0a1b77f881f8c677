package dev.rollcall.target;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A block of a HOCON file, read strictly: what is wrong is named with its line, what is not known
 * with what may have been meant.
 */
public record Block(Path file, ConfigObject object) {
  private static final Pattern MILLIS = Pattern.compile("\\d{1,9}ms");

  /**
   * @throws InvalidSetting if another key stands here; of one that looks like a secret no value is
   *     repeated
   */
  public Block requireKeys(Set<String> known) {
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

  /** Whether the key is there. */
  public boolean has(String key) {
    return object.containsKey(key);
  }

  /** All keys. */
  public Set<String> keys() {
    return object.keySet();
  }

  /** The block of a key; empty if the key is not there. */
  public Optional<Block> block(String key) {
    return Optional.ofNullable(object.get(key)).map(value -> asBlock(key, value));
  }

  /** Every member, each a block. */
  public void eachBlock(BiConsumer<String, Block> use) {
    object.forEach((key, value) -> use.accept(key, asBlock(key, value)));
  }

  private Block asBlock(String key, ConfigValue value) {
    if (value instanceof ConfigObject inner) {
      return new Block(file, inner);
    }
    throw invalid(value, "'" + key + "' is no block; write " + key + " { ... }");
  }

  /** A value that stands alone; empty if the key is not there. */
  public Optional<String> text(String key) {
    return has(key) ? texts(key).stream().findFirst() : Optional.empty();
  }

  /** The members of a list, or what stands alone as a list of one; none if the key is not there. */
  public List<String> texts(String key) {
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

  /** The blocks in a list; none if the key is not there. */
  public List<Block> blocks(String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ConfigList list)) {
      throw invalid(value, "'" + key + "' is no list; write " + key + " = [{ ... }, { ... }]");
    }
    List<Block> blocks = new ArrayList<>();
    list.forEach(each -> blocks.add(asBlock(key, each)));
    return blocks;
  }

  /** Whether a block stands there, and not a value. */
  public boolean isBlock(String key) {
    return object.get(key) instanceof ConfigObject;
  }

  /**
   * A number.
   *
   * @throws InvalidSetting if something else stands there, or one outside the bounds
   */
  public Optional<Double> number(String key, double least, double greatest) {
    return text(key)
        .map(
            text -> {
              try {
                double number = new BigDecimal(text).doubleValue();
                if (number >= least && number <= greatest) {
                  return number;
                }
              } catch (NumberFormatException e) {
                throw invalid(key, text, "is no number");
              }
              throw invalid(key, text, "is not from " + plain(least) + " to " + plain(greatest));
            });
  }

  /**
   * A whole number.
   *
   * @throws InvalidSetting if something else stands there, or one outside the bounds
   */
  public Optional<Integer> whole(String key, int least, int greatest) {
    return number(key, least, greatest)
        .map(
            number -> {
              if (number != Math.rint(number)) {
                throw invalid(key, number.toString(), "is no whole number");
              }
              return number.intValue();
            });
  }

  /**
   * A length of time: {@code 250ms}, {@code 1.5s}, {@code 5m}, {@code 1h} or {@code PT30S}.
   *
   * @throws InvalidSetting if something else stands there, or one outside the bounds
   */
  public Optional<Duration> duration(String key, Duration least, Duration longest) {
    return text(key)
        .map(
            text -> {
              Duration length = duration(key, text);
              if (length.compareTo(least) < 0 || length.compareTo(longest) > 0) {
                throw invalid(key, text, "is not from " + plain(least) + " to " + plain(longest));
              }
              return length;
            });
  }

  private Duration duration(String key, String text) {
    if (MILLIS.matcher(text).matches()) {
      return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
    }
    try {
      return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    } catch (DateTimeException e) {
      throw invalid(key, text, "is no length of time; give one such as 250ms, 30s or 5m");
    }
  }

  /** What is wrong with the value of a key. */
  public InvalidSetting invalid(String key, String value, String problem) {
    return invalid(object.get(key), "'" + key + " = " + value + "' " + problem);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String plain(Duration length) {
    return length.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  boolean flag(String key) {
    ConfigValue value = object.get(key);
    if (value.valueType() != ConfigValueType.BOOLEAN) {
      throw invalid(value, "'" + key + "' is neither true nor false");
    }
    return (Boolean) value.unwrapped();
  }

  /** This block, with what it does not say from another one. */
  Block over(Block other) {
    return new Block(file, object.withFallback(other.object));
  }

  /** A path from the folder of the file. */
  Path resolved(String path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  /** Such as {@code targets.conf:12}. */
  public String place() {
    return place(object);
  }

  /** What is wrong with this block. */
  public InvalidSetting invalid(String message) {
    return invalid(object, message);
  }

  private InvalidSetting invalid(ConfigValue value, String message) {
    return new InvalidSetting(place(value) + ": " + message);
  }

  private String place(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    // What two files make together has no line.
    return file + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "");
  }
}
