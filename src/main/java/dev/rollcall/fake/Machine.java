package dev.rollcall.fake;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What others may call a machine.
 *
 * @param host its name; empty when it does not know it
 */
record Machine(String host, List<InetAddress> addresses) {
  // What keytool takes as a name, and no address.
  private static final String NAME = "(?!\\d+(\\.\\d+)*$)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*";

  /**
   * The one that this runs on.
   *
   * @throws CannotStart if it does not say what its addresses are
   */
  static Machine here() {
    try {
      return new Machine(
          ownName(),
          NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList());
    } catch (SocketException e) {
      throw new CannotStart(
          "the addresses of this machine cannot be read: "
              + e.getMessage()
              + "; give one to listen on",
          e);
    }
  }

  private static String ownName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // Usual in containers; others then come by an address.
      return "";
    }
  }

  /** In the form that keytool takes, without loopback. */
  Collection<String> alternativeNames() {
    Set<String> names = new LinkedHashSet<>();
    if (host.matches(NAME)) {
      names.add("dns:" + host);
    }
    addresses.stream()
        .filter(each -> !each.isLoopbackAddress())
        .map(each -> "ip:" + each.getHostAddress().replaceFirst("%.*", ""))
        .forEach(names::add);
    return names;
  }
}
