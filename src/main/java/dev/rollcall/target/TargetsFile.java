package dev.rollcall.target;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A HOCON file {@code targets { NAME { url = ..., ... } }, profiles { NAME { ... } }}. Everything
 * in it is checked, also what belongs to other targets; secrets are named there and never stand
 * there. Profiles of load are checked by whoever knows them.
 */
final class TargetsFile {
  /** Where it is unless somebody says otherwise: in the working directory. */
  static final String USUAL = "targets.conf";

  private static final String TARGETS = "targets";
  private static final String PROFILES = "profiles";
  private static final String BUNDLED = "dev/rollcall/load/profiles.conf";
  private static final String URL = "url";
  private static final String CLOUD = "cloud";
  private static final String CREDENTIALS = "credentials";
  private static final String ROUTE = "route";
  private static final String CAPABILITIES = "capabilities";

  /** Settings that belong to a target. */
  private static final Set<Setting> SETTINGS =
      EnumSet.of(
          Setting.ALLOW_WRITES,
          Setting.ALLOW_LOAD,
          Setting.TEST_USERS,
          Setting.APP_ID,
          Setting.PACE,
          Setting.SETTLE,
          Setting.KNOWN,
          Setting.STRICT,
          Setting.DIALECT,
          Setting.SHOW_PERSONAL_DATA,
          Setting.PROFILE,
          Setting.RATE,
          Setting.BATCH,
          Setting.DURATION,
          Setting.USERS,
          Setting.VALIDATE,
          Setting.QUOTA,
          Setting.BASELINE);

  /** Those whose value names a file, from the folder of this one. */
  private static final Set<Setting> FILES =
      EnumSet.of(Setting.KNOWN, Setting.USERS, Setting.BASELINE);

  /** What can be declared; all else is known from elsewhere or is our fake's alone. */
  private static final Set<Capability> DECLARABLE =
      EnumSet.of(Capability.ME, Capability.BATCH, Capability.BETA, Capability.LOCATION);

  private final Path file;
  private final Map<String, String> environment;

  private TargetsFile(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /** Whether what {@code --target} gives is a name in this file, and no address. */
  static boolean isName(String target) {
    return target.matches("[A-Za-z0-9][A-Za-z0-9_-]*");
  }

  /**
   * The entry of that name.
   *
   * @param environment in which the variables are that it names
   * @throws InvalidSetting if the file cannot be read, holds what is not known, or has no such
   *     entry
   */
  static TargetEntry entry(Path file, String name, Map<String, String> environment) {
    if (!Files.isReadable(file)) {
      throw Settings.invalid(
          Setting.TARGET,
          name,
          "there is no readable "
              + file
              + " that would tell its address; give an address, or the file with "
              + Setting.TARGETS_FILE.option());
    }
    return new TargetsFile(file, environment).entry(name);
  }

  /**
   * The profiles of load, by name: those that come with Rollcall, overridden by the file's and
   * these by the target's own. Those of the file's other targets follow, to be checked as well.
   *
   * @param file in which there may be profiles; where there is no such file there are none
   * @param target of the file
   * @throws InvalidSetting if the file cannot be read
   */
  static List<Block> profiles(Path file, Optional<String> target) {
    try {
      ConfigObject all = (Files.isReadable(file) ? read(file) : bundled().resolve()).root();
      var usual = new Block(file, all).block(PROFILES).orElseThrow();
      var byTarget = new LinkedHashMap<String, Block>();
      new Block(file, all)
          .block(TARGETS)
          .ifPresent(
              targets ->
                  targets.eachBlock(
                      (name, entry) ->
                          entry.block(PROFILES).ifPresent(own -> byTarget.put(name, own))));
      var profiles = new ArrayList<Block>();
      profiles.add(target.map(byTarget::remove).map(own -> own.over(usual)).orElse(usual));
      byTarget.values().forEach(own -> profiles.add(own.over(usual)));
      return profiles;
    } catch (ConfigException e) {
      throw new InvalidSetting(file + ": " + e.getMessage());
    }
  }

  /** With the profiles that it may build on, and without the JVM's properties. */
  private static Config read(Path file) {
    return ConfigFactory.parseFile(file.toFile()).withFallback(bundled()).resolve();
  }

  private static Config bundled() {
    return ConfigFactory.parseResources(
        TargetsFile.class.getClassLoader(),
        BUNDLED,
        ConfigParseOptions.defaults().setAllowMissing(false));
  }

  private TargetEntry entry(String name) {
    try {
      var root = new Block(file, read(file).root());
      var entries = new LinkedHashMap<String, TargetEntry>();
      root.requireKeys(Set.of(TARGETS, PROFILES))
          .block(TARGETS)
          .ifPresent(all -> all.eachBlock((key, entry) -> entries.put(key, entry(key, entry))));
      return Optional.ofNullable(entries.get(name))
          .orElseThrow(
              () ->
                  Settings.invalid(
                      Setting.TARGET,
                      name,
                      file + " has no such target" + Nearest.to(name, entries.keySet())));
    } catch (ConfigException e) {
      throw new InvalidSetting(file + ": " + e.getMessage());
    }
  }

  private TargetEntry entry(String name, Block entry) {
    entry.requireKeys(keys());
    entry.block(PROFILES).ifPresent(own -> own.eachBlock((key, profile) -> {}));
    Optional<Cloud> named = entry.text(CLOUD).map(text -> cloud(entry, text));
    ServiceRoot root = root(name, entry, named);
    Optional<Cloud> cloud =
        named.or(() -> Cloud.at(root.base())).map(each -> each.requirePresence(entry.place()));
    Route route =
        entry
            .block(ROUTE)
            .map(block -> new RouteBlock(block, environment).route())
            .orElse(Route.USUAL);
    return new TargetEntry(
        name,
        Optional.of(file.toString()),
        root,
        settings(entry),
        entry
            .block(CREDENTIALS)
            .map(block -> new CredentialsBlock(block, cloud, route, environment).byRole())
            .orElse(Map.of()),
        route,
        cloud,
        declared(entry, cloud));
  }

  private static Set<String> keys() {
    return Stream.concat(
            Stream.of(URL, CLOUD, CREDENTIALS, ROUTE, CAPABILITIES, PROFILES),
            SETTINGS.stream().map(Setting::key))
        .collect(Collectors.toSet());
  }

  private static ServiceRoot root(String name, Block entry, Optional<Cloud> cloud) {
    Optional<String> url = entry.text(URL).or(() -> cloud.map(Cloud::graph));
    return ServiceRoot.parse(
        entry.place() + ": " + URL,
        url.orElseThrow(() -> entry.invalid("target " + name + " has no url; give one")));
  }

  private static Cloud cloud(Block entry, String key) {
    return Cloud.named(key)
        .orElseThrow(() -> entry.invalid("there is no cloud '" + key + "'; give " + Cloud.names()));
  }

  private static Map<Setting, List<String>> settings(Block entry) {
    var settings = new EnumMap<Setting, List<String>>(Setting.class);
    for (Setting setting : SETTINGS) {
      if (entry.has(setting.key())) {
        List<String> values = entry.texts(setting.key());
        settings.put(
            setting,
            FILES.contains(setting)
                ? values.stream().map(path -> beside(entry, path)).toList()
                : values);
      }
    }
    return settings;
  }

  /** A path from the folder of this file; what is there under no such name is left as it is. */
  private static String beside(Block entry, String path) {
    Path resolved = entry.resolved(path);
    return Files.exists(resolved) ? resolved.toString() : path;
  }

  private static Map<Capability, Boolean> declared(Block entry, Optional<Cloud> cloud) {
    var declared = new EnumMap<Capability, Boolean>(Capability.class);
    cloud.map(Cloud::declared).ifPresent(declared::putAll);
    entry
        .block(CAPABILITIES)
        .ifPresent(
            all ->
                all.requireKeys(DECLARABLE.stream().map(Enum::name).collect(Collectors.toSet()))
                    .keys()
                    .forEach(key -> declared.put(Capability.valueOf(key), all.flag(key))));
    return declared;
  }
}
