package dev.rollcall.target;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
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
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> sentence(cause, address, proxy).stream())
        .findFirst();
  }

  private static Optional<String> sentence(Throwable cause, URI address, InetSocketAddress proxy) {
    if (cause instanceof ProxyRefusal refusal) {
      return Optional.of(refusal(refusal.status(), address, proxy));
    }
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException) {
      return Optional.of(
          "the proxy "
              + told(proxy)
              + " does not answer; check proxy in targets.conf, or name "
              + address.getHost()
              + " in no-proxy");
    }
    Matcher refused = REFUSED.matcher(String.valueOf(cause.getMessage()));
    return refused.find()
        ? Optional.of(refusal(Integer.parseInt(refused.group(1)), address, proxy))
        : Optional.empty();
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
