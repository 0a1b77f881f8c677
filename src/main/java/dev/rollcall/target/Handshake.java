package dev.rollcall.target;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a Rollcall fake says of itself at {@code /__admin/presence/capabilities}.
 *
 * @param me id of the user whom {@code /me} is
 * @param versions that it serves
 * @param settle how long its reads lag behind a write
 */
record Handshake(
    Set<Capability> capabilities, Optional<String> me, List<String> versions, Duration settle) {

  /** Asks for it, without credentials; empty when the target is no fake of ours. */
  static Optional<Handshake> with(ControlPlane plane) {
    return plane
        .send("GET", "/__admin/presence/capabilities", "", Optional.empty())
        .filter(answer -> answer.status() == 200)
        .map(ControlPlane.Answer::json)
        .filter(json -> json.path("rollcall").asString("").equals("fake"))
        .map(
            json ->
                new Handshake(
                    capabilities(json),
                    Optional.of(json.path("me").asString("")),
                    json.path("versions").valueStream().map(JsonNode::asString).toList(),
                    Duration.parse(json.path("settle").asString("PT0S"))));
  }

  /**
   * Whether a connection to this address ends on this machine: no proxy between, and nothing but
   * loopback addresses behind the name.
   */
  static boolean isDirectLoopback(URI address, Route route) {
    return route.isDirectTo(address) && isLoopback(address.getHost());
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Set<Capability> capabilities(JsonNode json) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      for (JsonNode name : json.path("capabilities")) {
        if (name.asString("").equals(capability.name())) {
          found.add(capability);
        }
      }
    }
    return found;
  }
}
