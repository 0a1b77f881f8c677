package dev.rollcall.target;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.rollcall.target.Route.ClientCertificate;
import dev.rollcall.target.TargetEntry.CredentialSource;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A HOCON file {@code targets { NAME { url = ..., ... } }}. Everything in it is checked, also what
 * belongs to other targets; secrets are named there and never stand there.
 */
final class TargetsFile {
  /** Where it is unless somebody says otherwise: in the working directory. */
  static final String USUAL = "targets.conf";

  private static final String URL = "url";
  private static final String CLOUD = "cloud";
  private static final String CREDENTIALS = "credentials";
  private static final String ROUTE = "route";
  private static final String CAPABILITIES = "capabilities";

  private static final String CA_FILE = "ca-file";
  private static final String PROXY = "proxy";
  private static final String NO_PROXY = "no-proxy";
  private static final String CLIENT_CERTIFICATE = "client-certificate";

  /** A name, an address of IPv4 or IPv6, or all names below one. */
  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?[\\w-]+(\\.[\\w-]+)*|[\\p{XDigit}:]+");

  private static final String VARIABLE = "env";
  private static final String FILE = "file";
  private static final String COMMAND = "command";
  private static final String AZURE = "azure";
  private static final String APP_ID = "app-id";
  private static final String PASSWORD = "password";

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
          Setting.USERS);

  /** Those whose value names a file, from the folder of this one. */
  private static final Set<Setting> FILES = EnumSet.of(Setting.KNOWN, Setting.USERS);

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

  private TargetEntry entry(String name) {
    try {
      // Without the JVM's properties, which could slip in by a substitution.
      ConfigObject root = ConfigFactory.parseFile(file.toFile()).resolve().root();
      requireKeys(root, Set.of("targets"));
      ConfigObject targets = object(root, "targets").orElse(root);
      var entries =
          targets.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, each -> entry(each.getKey(), each.getValue())));
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

  private TargetEntry entry(String name, ConfigValue value) {
    ConfigObject entry = asObject(name, value);
    requireKeys(entry, keys());
    Optional<Cloud> cloud = text(entry, CLOUD).map(text -> cloud(entry, text));
    Route route = object(entry, ROUTE).map(this::route).orElse(Route.USUAL);
    return new TargetEntry(
        name,
        Optional.of(file.toString()),
        root(name, entry, cloud),
        settings(entry),
        credentials(entry, cloud, route),
        route,
        declared(entry, cloud));
  }

  private static Set<String> keys() {
    return Stream.concat(
            Stream.of(URL, CLOUD, CREDENTIALS, ROUTE, CAPABILITIES),
            SETTINGS.stream().map(Setting::key))
        .collect(Collectors.toSet());
  }

  private ServiceRoot root(String name, ConfigObject entry, Optional<Cloud> cloud) {
    Optional<String> url = text(entry, URL).or(() -> cloud.map(Cloud::graph));
    return ServiceRoot.parse(
        place(entry) + ": " + URL,
        url.orElseThrow(() -> invalid(entry, "target " + name + " has no url; give one")));
  }

  private Cloud cloud(ConfigObject entry, String key) {
    Cloud cloud =
        Cloud.named(key)
            .orElseThrow(
                () -> invalid(entry, "there is no cloud '" + key + "'; give " + Cloud.names()));
    if (cloud.versions().isEmpty()) {
      throw invalid(
          entry, "the cloud '" + key + "' has no presence API; there is nothing to judge");
    }
    return cloud;
  }

  private Map<Setting, List<String>> settings(ConfigObject entry) {
    var settings = new EnumMap<Setting, List<String>>(Setting.class);
    for (Setting setting : SETTINGS) {
      if (entry.containsKey(setting.key())) {
        List<String> values = texts(entry, setting.key());
        settings.put(
            setting, FILES.contains(setting) ? values.stream().map(this::beside).toList() : values);
      }
    }
    return settings;
  }

  /** A path from the folder of this file; what is there under no such name is left as it is. */
  private String beside(String path) {
    Path resolved = resolved(path);
    return Files.exists(resolved) ? resolved.toString() : path;
  }

  private Path resolved(String path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  private Map<Capability, Boolean> declared(ConfigObject entry, Optional<Cloud> cloud) {
    var declared = new EnumMap<Capability, Boolean>(Capability.class);
    cloud.ifPresent(
        each -> declared.put(Capability.BETA, each.versions().contains(Discovery.BETA)));
    object(entry, CAPABILITIES)
        .ifPresent(
            all -> {
              requireKeys(all, DECLARABLE.stream().map(Enum::name).collect(Collectors.toSet()));
              all.forEach((key, value) -> declared.put(Capability.valueOf(key), flag(key, value)));
            });
    return declared;
  }

  private boolean flag(String key, ConfigValue value) {
    if (value.valueType() != ConfigValueType.BOOLEAN) {
      throw invalid(value, "'" + key + "' is neither true nor false");
    }
    return (Boolean) value.unwrapped();
  }

  // credentials

  private Map<Role, CredentialSource> credentials(
      ConfigObject entry, Optional<Cloud> cloud, Route route) {
    var credentials = new EnumMap<Role, CredentialSource>(Role.class);
    object(entry, CREDENTIALS)
        .ifPresent(
            all -> {
              requireKeys(
                  all, Arrays.stream(Role.values()).map(Role::key).collect(Collectors.toSet()));
              all.forEach(
                  (key, value) ->
                      credentials.put(
                          Role.named(key).orElseThrow(),
                          credential(asObject(key, value), cloud, route)));
            });
    return credentials;
  }

  private CredentialSource credential(ConfigObject credential, Optional<Cloud> cloud, Route route) {
    Optional<String> appId = text(credential, APP_ID);
    if (credential.containsKey(AZURE)) {
      requireKeys(
          credential,
          Set.of(
              AZURE,
              APP_ID,
              AzureIdentity.TENANT_ID,
              AzureIdentity.CLIENT_ID,
              AzureIdentity.SCOPE));
      var identity =
          new AzureIdentity(
              place(credential),
              text(credential, AZURE).orElseThrow(),
              text(credential, AzureIdentity.TENANT_ID),
              text(credential, AzureIdentity.CLIENT_ID),
              text(credential, AzureIdentity.SCOPE),
              cloud.orElse(Cloud.GLOBAL),
              route,
              environment);
      return new CredentialSource(identity.source(), appId);
    }
    requireKeys(credential, Set.of(VARIABLE, FILE, COMMAND, AZURE, APP_ID));
    return new CredentialSource(secret(credential), appId);
  }

  private SecretSource secret(ConfigObject object) {
    List<Supplier<SecretSource>> sources = new ArrayList<>();
    text(object, VARIABLE)
        .ifPresent(
            name ->
                sources.add(
                    () ->
                        SecretSource.variable(place(object), variable(object, name), environment)));
    text(object, FILE)
        .ifPresent(path -> sources.add(() -> SecretSource.file(place(object), resolved(path))));
    text(object, COMMAND)
        .ifPresent(command -> sources.add(() -> SecretSource.command(place(object), command)));
    if (sources.size() != 1) {
      throw invalid(
          object, "say where the secret is: one of env = VARIABLE, file = FILE, command = COMMAND");
    }
    return sources.get(0).get();
  }

  private String variable(ConfigObject object, String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw invalid(
          object, "env wants the name of a variable, not what is in it; that must not stand here");
    }
    return name;
  }

  // route

  private Route route(ConfigObject route) {
    requireKeys(route, Set.of(CA_FILE, PROXY, NO_PROXY, CLIENT_CERTIFICATE));
    return new Route(
        text(route, CA_FILE).map(this::resolved),
        text(route, PROXY).map(address -> proxy(route, address)),
        route.containsKey(NO_PROXY) ? noProxy(route) : List.of(),
        object(route, CLIENT_CERTIFICATE).map(this::clientCertificate));
  }

  private ClientCertificate clientCertificate(ConfigObject certificate) {
    requireKeys(certificate, Set.of(FILE, "password-from"));
    Path path =
        text(certificate, FILE)
            .map(this::resolved)
            .orElseThrow(() -> invalid(certificate, "give file = FILE, a PKCS12 file"));
    ConfigObject from =
        object(certificate, "password-from")
            .orElseThrow(() -> invalid(certificate, "give password-from { env = VARIABLE }"));
    requireKeys(from, Set.of(VARIABLE, FILE, COMMAND));
    return new ClientCertificate(path, new Once<>(secret(from).secret()));
  }

  private InetSocketAddress proxy(ConfigObject route, String address) {
    if (address.contains("@")) { // not to be repeated
      throw invalid(
          route,
          "the proxy's address holds credentials, which Rollcall does not send; give http://host:port");
    }
    try {
      URI uri = new URI(address);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        // Whoever connects looks the name up, and not every reader of this file.
        return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw invalid(route, "proxy '" + address + "' is no address; give http://host:port");
    }
    throw invalid(route, "proxy '" + address + "' is not of the form http://host:port");
  }

  private List<String> noProxy(ConfigObject route) {
    List<String> hosts = texts(route, NO_PROXY);
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw invalid(
            route, "no-proxy '" + host + "' is no host; give its name, or *.name for all below");
      }
    }
    return hosts;
  }

  // HOCON

  private void requireKeys(ConfigObject object, Set<String> known) {
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
  }

  private static boolean looksSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.contains("token") || name.contains("secret") || name.contains(PASSWORD);
  }

  private Optional<ConfigObject> object(ConfigObject parent, String key) {
    return Optional.ofNullable(parent.get(key)).map(value -> asObject(key, value));
  }

  private ConfigObject asObject(String key, ConfigValue value) {
    if (value instanceof ConfigObject object) {
      return object;
    }
    throw invalid(value, "'" + key + "' is no block; write " + key + " { ... }");
  }

  private Optional<String> text(ConfigObject object, String key) {
    return object.containsKey(key) ? texts(object, key).stream().findFirst() : Optional.empty();
  }

  private List<String> texts(ConfigObject object, String key) {
    ConfigValue value = object.get(key);
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> List.of(value.unwrapped().toString());
      case LIST ->
          ((List<?>) value.unwrapped()).stream().map(each -> String.valueOf(each)).toList();
      default -> throw invalid(value, "'" + key + "' is no text");
    };
  }

  private InvalidSetting invalid(ConfigValue value, String message) {
    return new InvalidSetting(place(value) + ": " + message);
  }

  private String place(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    return file + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "");
  }
}
