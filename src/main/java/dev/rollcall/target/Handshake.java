package dev.rollcall.target;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a Rollcall fake says of itself at {@code /__admin/presence/capabilities}.
 *
 * @param me id of the user whom {@code /me} is
 * @param versions that it serves
 * @param settle how long its reads lag behind a write
 * @param strict whether tokens have to say what they permit
 */
record Handshake(
    Set<Capability> capabilities,
    Optional<String> me,
    List<String> versions,
    Duration settle,
    boolean strict) {

  private static final Pattern ID = Pattern.compile("[\\p{Alnum}._@-]{1,128}");

  /**
   * Asks for it, without credentials; empty when the target is no fake of ours. Whatever says that
   * it is and then says something that no fake of ours says is none.
   */
  static Optional<Handshake> with(ControlPlane plane) {
    return plane
        .send("GET", "/__admin/presence/capabilities", "", Optional.empty())
        .filter(answer -> answer.status() == 200)
        .map(ControlPlane.Answer::json)
        .filter(json -> json.path("rollcall").asString("").equals("fake"))
        .flatMap(Handshake::read);
  }

  /** Whether this can be the id of a user, and stand in a path as it is. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static Optional<Handshake> read(JsonNode json) {
    String me = json.path("me").isString() ? json.path("me").asString() : "";
    Optional<Duration> settle = settle(json.path("settle"));
    JsonNode versions = json.path("versions");
    boolean wellFormed =
        isId(me)
            && areStrings(json.path("capabilities"))
            && (versions.isMissingNode() || areStrings(versions));
    return wellFormed && settle.isPresent()
        ? Optional.of(
            new Handshake(
                capabilities(json),
                Optional.of(me),
                versions(json),
                settle.orElseThrow(),
                json.path("auth").asString("").equals("strict")))
        : Optional.empty();
  }

  private static boolean areStrings(JsonNode array) {
    return array.isArray() && array.valueStream().allMatch(JsonNode::isString);
  }

  /** None where it was not told; empty if no run could wait that long. */
  private static Optional<Duration> settle(JsonNode told) {
    try {
      Duration settle = Duration.parse(told.asString(told.isMissingNode() ? "PT0S" : ""));
      return Optional.of(settle)
          .filter(d -> !d.isNegative() && d.compareTo(Opening.LONGEST_SETTLE) <= 0);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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

  private static List<String> versions(JsonNode json) {
    return json.path("versions").valueStream().map(JsonNode::asString).toList();
  }

  private static Set<Capability> capabilities(JsonNode json) {
    Set<String> told =
        json.path("capabilities").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    Arrays.stream(Capability.values()).filter(c -> told.contains(c.name())).forEach(found::add);
    return found;
  }
}
