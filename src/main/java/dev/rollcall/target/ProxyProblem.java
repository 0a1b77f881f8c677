package dev.rollcall.target;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a forward proxy leads nowhere, in one sentence with the remedy. */
final class ProxyProblem {
  /** How the JDK's client tells it, by an exception of no type of its own. */
  private static final Pattern REFUSED = Pattern.compile("Tunnel failed, got: (\\d+)");

  private ProxyProblem() {}

  /** Empty if it is not the proxy that failed. */
  static Optional<String> in(Throwable problem, URI address, InetSocketAddress proxy) {
    if (Unreachable.isNobodyThere(problem)) {
      return Optional.of(
          "the proxy "
              + told(proxy)
              + " does not answer; check proxy in targets.conf, or name "
              + address.getHost()
              + " in no-proxy");
    }
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> status(cause).stream())
        .findFirst()
        .map(status -> refusal(status, address, proxy));
  }

  /** That of a refusal, if it is one. */
  private static Optional<Integer> status(Throwable cause) {
    if (cause instanceof ProxyRefusal refusal) {
      return Optional.of(refusal.status());
    }
    Matcher refused = REFUSED.matcher(String.valueOf(cause.getMessage()));
    return refused.find() ? Optional.of(Integer.valueOf(refused.group(1))) : Optional.empty();
  }

  private static String refusal(int status, URI address, InetSocketAddress proxy) {
    String told = "the proxy " + told(proxy);
    return status == ProxyRefusal.CREDENTIALS_WANTED
        ? told
            + " wants credentials (status 407), which Rollcall does not send; name one that does not"
        : told
            + " refuses to connect to "
            + address.getHost()
            + " (status "
            + status
            + "); ask who runs it, or name the host in no-proxy";
  }

  private static String told(InetSocketAddress proxy) {
    return proxy.getHostString() + ":" + proxy.getPort();
  }
}
