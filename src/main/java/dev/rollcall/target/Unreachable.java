package dev.rollcall.target;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;

/**
 * Nothing that can be worked with answers at the target's address. The message is one sentence with
 * the remedy.
 */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreachable(String message) {
    super(message);
  }

  /** Whether it was not even possible to connect. */
  static boolean isNobodyThere(Throwable problem) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof HttpConnectTimeoutException);
  }
}
