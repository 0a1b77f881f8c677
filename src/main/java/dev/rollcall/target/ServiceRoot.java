package dev.rollcall.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * The address of a presence API: everything before the version segment.
 *
 * @param base without trailing slash
 * @param version the one to which the run is restricted, where the address named one
 */
record ServiceRoot(URI base, Optional<String> version) {
  private static final List<String> VERSIONS = List.of("v1.0", "beta");

  /**
   * @throws InvalidSetting if it is no http or https address, or holds credentials, a query or a
   *     fragment
   */
  static ServiceRoot parse(String given) {
    return parse(Setting.TARGET.option(), given);
  }

  /**
   * @param place where the address was given
   */
  static ServiceRoot parse(String place, String given) {
    URI uri = uri(place, given);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw invalid(
          place, given, "give an address such as https://host/prefix or https://host/prefix/v1.0");
    }
    if (uri.getUserInfo() != null) {
      throw new InvalidSetting(
          place + ": the address holds credentials; give a token in ROLLCALL_TOKEN instead");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw invalid(place, given, "leave out the query and the fragment");
    }
    String address = given.strip().replaceAll("/+$", "");
    for (String version : VERSIONS) {
      if (address.endsWith("/" + version)) {
        String base = address.substring(0, address.length() - version.length() - 1);
        return new ServiceRoot(URI.create(base), Optional.of(version));
      }
    }
    return new ServiceRoot(URI.create(address), Optional.empty());
  }

  /** Scheme, host and port: where the control plane of a fake is. */
  URI origin() {
    return URI.create(base.getScheme() + "://" + base.getRawAuthority());
  }

  /** Whether a setting such as {@code --allow-writes} names this host, with or without its port. */
  boolean isHost(String name) {
    return base.getHost().equalsIgnoreCase(name) || base.getRawAuthority().equalsIgnoreCase(name);
  }

  private static URI uri(String place, String given) {
    try {
      return new URI(given.strip());
    } catch (URISyntaxException e) {
      throw invalid(place, given, "this is no address: " + e.getReason());
    }
  }

  private static InvalidSetting invalid(String place, String given, String remedy) {
    return new InvalidSetting(place + " " + given + ": " + remedy);
  }
}
