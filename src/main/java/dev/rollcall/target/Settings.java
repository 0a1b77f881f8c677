package dev.rollcall.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked for, read once at the edge: options before properties before variables. Immutable.
 */
public final class Settings {
  /** Of every property. */
  public static final String PREFIX = "rollcall.";

  /**
   * Property and JUnit configuration parameter that carries packed settings to where options cannot
   * reach.
   */
  public static final String PACKED = PREFIX + "run";

  /** The variable that holds the bearer token. */
  public static final String TOKEN_VARIABLE = "ROLLCALL_TOKEN";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<Setting, List<String>> values;
  private final Map<String, String> environment;
  private final Optional<TargetEntry> target;

  /** Settings as given, completed by what {@code targets.conf} says of the target. */
  private Settings(Map<Setting, List<String>> given, Map<String, String> environment) {
    this.environment = environment;
    this.target = last(given, Setting.TARGET).map(name -> described(name, given, environment));
    this.values = new EnumMap<>(Setting.class);
    target.ifPresent(entry -> values.putAll(entry.settings()));
    values.putAll(given);
  }

  private static TargetEntry described(
      String target, Map<Setting, List<String>> given, Map<String, String> environment) {
    return TargetsFile.isName(target)
        ? TargetsFile.entry(
            Path.of(last(given, Setting.TARGETS_FILE).orElse(TargetsFile.USUAL)),
            target,
            environment)
        : TargetEntry.at(target);
  }

  private static Optional<String> last(Map<Setting, List<String>> given, Setting setting) {
    return given.getOrDefault(setting, List.of()).stream().reduce((first, later) -> later);
  }

  /** The settings of this process: its properties and its environment. */
  public static Settings ofProcess() {
    return of(Map.of(), properties(System.getProperties()), System.getenv());
  }

  /** Exactly these settings, whatever the process was given. */
  public static Settings exactly(Map<Setting, List<String>> given) {
    return of(given, Map.of(), Map.of());
  }

  /** The settings of this process, with options given to it. */
  public static Settings ofProcess(Map<Setting, List<String>> options) {
    return of(options, properties(System.getProperties()), System.getenv());
  }

  /**
   * @param options as given on the command line, in order
   * @throws InvalidSetting if a property is no setting, or a secret was given as one
   */
  static Settings of(
      Map<Setting, List<String>> options,
      Map<String, String> properties,
      Map<String, String> environment) {
    if (properties.containsKey(PACKED)) {
      return unpack(properties.get(PACKED), environment);
    }
    properties.keySet().forEach(Settings::requireKnown);
    var values = new EnumMap<Setting, List<String>>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (options.containsKey(setting)) {
        values.put(setting, List.copyOf(options.get(setting)));
      } else if (properties.containsKey(setting.property())) {
        values.put(setting, split(setting, properties.get(setting.property())));
      } else if (environment.containsKey(setting.variable())) {
        values.put(setting, split(setting, environment.get(setting.variable())));
      }
    }
    return new Settings(values, environment);
  }

  /** The settings that {@link #pack} wrote; the token comes from the environment, as always. */
  public static Settings unpack(String packed) {
    return unpack(packed, System.getenv());
  }

  private static Settings unpack(String packed, Map<String, String> environment) {
    try {
      Map<String, List<String>> read = JSON.readValue(packed, new TypeReference<>() {});
      var values = new EnumMap<Setting, List<String>>(Setting.class);
      read.forEach((key, list) -> values.put(Setting.named(key).orElseThrow(), list));
      return new Settings(values, environment);
    } catch (JacksonException e) {
      throw new InvalidSetting("-D" + PACKED + " is written by Rollcall itself; do not give it");
    }
  }

  /** The same with this value, whatever it was. */
  public Settings with(Setting setting, String value) {
    var others = new EnumMap<>(values);
    others.put(setting, List.of(value));
    return new Settings(others, environment);
  }

  /** The same with no value of this setting. */
  public Settings without(Setting setting) {
    var others = new EnumMap<>(values);
    others.remove(setting);
    return new Settings(others, environment);
  }

  /** All but the secrets, as one string. */
  public String pack() {
    var packed = new TreeMap<String, List<String>>();
    values.forEach((setting, list) -> packed.put(setting.key(), list));
    return JSON.writeValueAsString(packed);
  }

  /** The value of a setting that takes one; empty when it was not given. */
  public Optional<String> value(Setting setting) {
    return list(setting).stream().reduce((first, last) -> last);
  }

  /** The values of a setting that takes several. */
  public List<String> list(Setting setting) {
    return values.getOrDefault(setting, List.of());
  }

  /** Whether a flag is set. */
  public boolean flag(Setting setting) {
    return value(setting).map(value -> !value.equalsIgnoreCase("false")).orElse(false);
  }

  /**
   * A positive number.
   *
   * @throws InvalidSetting if it is none, or above the greatest
   */
  public Optional<Double> number(Setting setting, double greatest) {
    return value(setting)
        .map(
            text -> {
              double number = parse(setting, text);
              if (!(number > 0 && number <= greatest)) {
                throw invalid(setting, text, "give a number above 0" + upTo(greatest));
              }
              return number;
            });
  }

  /**
   * A length of time, as people write it: {@code 30s}, {@code 1.5s}, {@code 5m} or {@code PT30S}.
   *
   * @throws InvalidSetting if it is none, negative, or above the longest
   */
  public Optional<Duration> duration(Setting setting, Duration longest) {
    return value(setting)
        .map(
            text -> {
              String remedy = "give a time such as 2s or PT2S, up to " + longest;
              try {
                Duration duration = Duration.parse(text.startsWith("P") ? text : "PT" + text);
                if (duration.isNegative() || duration.compareTo(longest) > 0) {
                  throw invalid(setting, text, remedy);
                }
                return duration;
              } catch (DateTimeException e) {
                throw invalid(setting, text, remedy);
              }
            });
  }

  /** Says which setting is wrong, how it was given, and what to give instead. */
  public static InvalidSetting invalid(Setting setting, String value, String remedy) {
    return new InvalidSetting(setting.option() + " " + value + ": " + remedy);
  }

  /**
   * The profiles of load, by name: those that come with Rollcall, as {@code targets.conf} and the
   * entry of the target in it override them. What holds for the target comes first; what holds for
   * others of that file follows, so that it can be checked as well.
   *
   * @throws InvalidSetting if the file cannot be read
   */
  public List<Block> profiles() {
    Optional<String> given = value(Setting.TARGETS_FILE);
    Path file = Path.of(given.orElse(TargetsFile.USUAL));
    if (given.isPresent() && !Files.isReadable(file)) {
      throw invalid(Setting.TARGETS_FILE, given.get(), "there is no such file that can be read");
    }
    return TargetsFile.profiles(file, value(Setting.TARGET).filter(TargetsFile::isName));
  }

  /** The target that was named and what is known of it; empty for the embedded fake. */
  Optional<TargetEntry> target() {
    return target;
  }

  /** The variables of the process, in which secrets are. */
  Map<String, String> environment() {
    return environment;
  }

  private static double parse(Setting setting, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw invalid(setting, text, "give a number");
    }
  }

  private static String upTo(double greatest) {
    return greatest == Double.MAX_VALUE ? "" : " and up to " + (long) greatest;
  }

  private static List<String> split(Setting setting, String value) {
    return switch (setting.form()) {
      case FLAG, VALUE -> List.of(value);
      case LIST ->
          Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    };
  }

  private static void requireKnown(String property) {
    String key = property.substring(PREFIX.length());
    if (key.equals("token") || key.contains("secret") || key.contains("password")) {
      throw new InvalidSetting(
          "-D"
              + property
              + ": a property is visible to everybody on the machine; give the token in the variable "
              + TOKEN_VARIABLE
              + ", with --token-file or with --token-command");
    }
    if (Setting.named(key).isEmpty()) {
      throw new InvalidSetting(
          "-D"
              + property
              + " is no setting of Rollcall"
              + Nearest.to(key, Arrays.stream(Setting.values()).map(Setting::key).toList()));
    }
  }

  private static Map<String, String> properties(Properties all) {
    return all.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .collect(Collectors.toMap(name -> name, all::getProperty));
  }
}
