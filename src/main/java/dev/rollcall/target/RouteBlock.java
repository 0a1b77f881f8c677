package dev.rollcall.target;

import dev.rollcall.target.Route.ClientCertificate;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code route { ca-file, proxy, no-proxy, client-certificate }} of a target. */
record RouteBlock(Block block, Map<String, String> environment) {
  private static final String CA_FILE = "ca-file";
  private static final String PROXY = "proxy";
  private static final String NO_PROXY = "no-proxy";
  private static final String CLIENT_CERTIFICATE = "client-certificate";
  private static final String FILE = "file";
  private static final String PASSWORD_FROM = "password-from";

  /** A name, an address of IPv4 or IPv6, or all names below one. */
  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?[\\w-]+(\\.[\\w-]+)*|[\\p{XDigit}:]+");

  Route route() {
    block.requireKeys(Set.of(CA_FILE, PROXY, NO_PROXY, CLIENT_CERTIFICATE));
    return new Route(
        block.text(CA_FILE).map(block::resolved),
        block.text(PROXY).map(this::proxy),
        noProxy(),
        block.block(CLIENT_CERTIFICATE).map(this::clientCertificate));
  }

  private ClientCertificate clientCertificate(Block certificate) {
    certificate.requireKeys(Set.of(FILE, PASSWORD_FROM));
    Path path =
        certificate
            .text(FILE)
            .map(certificate::resolved)
            .orElseThrow(() -> certificate.invalid("give file = FILE, a PKCS12 file"));
    Block from =
        certificate
            .block(PASSWORD_FROM)
            .orElseThrow(() -> certificate.invalid("give password-from { env = VARIABLE }"));
    SecretSource password = new SecretBlock(from, environment).source(Set.of());
    return new ClientCertificate(path, new Once<>(password.secret()));
  }

  private InetSocketAddress proxy(String address) {
    if (address.contains("@")) { // not to be repeated
      throw block.invalid(
          "the proxy's address holds credentials, which Rollcall does not send; give http://host:port");
    }
    try {
      URI uri = new URI(address);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        // Whoever connects looks the name up, and not every reader of this file.
        return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw block.invalid("proxy '" + address + "' is no address; give http://host:port");
    }
    throw block.invalid("proxy '" + address + "' is not of the form http://host:port");
  }

  private List<String> noProxy() {
    List<String> hosts = block.texts(NO_PROXY);
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw block.invalid(
            "no-proxy '" + host + "' is no host; give its name, or *.name for all below");
      }
    }
    return hosts;
  }
}
