package dev.rollcall.target;

import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why TLS did not come about, in one sentence with the remedy. */
final class TlsProblem {
  /** How the JDK begins to tell that a certificate names somebody else. */
  private static final List<String> OTHER_NAME = List.of("No subject alternative", "No name match");

  private static final String NO_TLS = "Unsupported or unrecognized SSL message";

  private TlsProblem() {}

  /** Empty if it is not TLS that failed. */
  static Optional<String> in(Throwable problem, URI origin) {
    List<Throwable> causes =
        Stream.iterate(problem, cause -> cause != null, Throwable::getCause).toList();
    return causes.stream()
        .filter(SSLException.class::isInstance)
        .findFirst()
        .map(ssl -> "TLS: " + sentence(ssl, causes, origin));
  }

  private static String sentence(Throwable ssl, List<Throwable> causes, URI origin) {
    String told = " (" + ssl.getMessage() + "); ";
    if (NO_TLS.equals(ssl.getMessage())) {
      return origin + " does not speak TLS" + told + "is it http:// that it serves?";
    }
    if (any(causes, CertificateExpiredException.class)
        || any(causes, CertificateNotYetValidException.class)) {
      return "the certificate of " + origin + " is not valid now" + told + "renew it";
    }
    if (OTHER_NAME.stream().anyMatch(String.valueOf(ssl.getMessage())::startsWith)) {
      return "the certificate is for another host than "
          + origin.getHost()
          + told
          + "check the address";
    }
    if (any(causes, CertificateException.class)) {
      return "the certificate of "
          + origin
          + " is not trusted"
          + told
          + "name the CA of the target with ca-file in targets.conf";
    }
    return "no handshake with "
        + origin
        + told
        + "check the address, and whether it asks for a client certificate";
  }

  private static boolean any(List<Throwable> causes, Class<?> type) {
    return causes.stream().anyMatch(type::isInstance);
  }
}
