package dev.rollcall.target;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The clouds in which Microsoft Graph runs, and what of presence each has; facts file, section 6.7
 * (concepts/deployments.md, presence-setpresence on learn).
 */
enum Cloud {
  GLOBAL(
      "https://graph.microsoft.com", "https://login.microsoftonline.com", List.of("v1.0", "beta")),
  US_GOV_L4("https://graph.microsoft.us", "https://login.microsoftonline.us", List.of("v1.0")),
  US_GOV_L5("https://dod-graph.microsoft.us", "https://login.microsoftonline.us", List.of("v1.0")),
  CHINA("https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn", List.of());

  private final String graph;
  private final String login;
  private final List<String> versions;

  Cloud(String graph, String login, List<String> versions) {
    this.graph = graph;
    this.login = login;
    this.versions = versions;
  }

  String graph() {
    return graph;
  }

  /** Who issues its tokens; those of another cloud are of no use. */
  String login() {
    return login;
  }

  /**
   * Refuses a cloud in which there is nothing to judge.
   *
   * @param place where it was named
   */
  Cloud requirePresence(String place) {
    if (versions.isEmpty()) {
      throw new InvalidSetting(
          place + ": the cloud '" + key() + "' has no presence API; there is nothing to judge");
    }
    return this;
  }

  /** What it is known to have or to lack, so that nothing need be tried. */
  Map<Capability, Boolean> declared() {
    return this == GLOBAL
        ? Map.of(Capability.BETA, true)
        : Map.of(Capability.BETA, false, Capability.LOCATION, false);
  }

  /** What would be needed of it for a capability that it lacks. */
  String remedy(Capability lacking) {
    String what = lacking == Capability.BETA ? "the beta version" : "work locations";
    return what + ", which the cloud " + key() + " does not serve";
  }

  /** Such as {@code us-gov-l4}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cloud of that name. */
  static Optional<Cloud> named(String key) {
    return Arrays.stream(values()).filter(cloud -> cloud.key().equals(key)).findFirst();
  }

  /** The cloud that is reached at this address. */
  static Optional<Cloud> at(URI address) {
    // A dot at the end of a name makes it no other name.
    String host =
        Optional.ofNullable(address.getHost())
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\.$", "");
    return Arrays.stream(values())
        .filter(cloud -> URI.create(cloud.graph).getHost().equals(host))
        .findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Cloud::key).collect(Collectors.joining(", "));
  }
}
