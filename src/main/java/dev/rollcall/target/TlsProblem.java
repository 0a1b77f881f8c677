package dev.rollcall.target;

import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why TLS did not come about, in one sentence with the remedy. */
final class TlsProblem {
  /** How the JDK begins to tell that a certificate names somebody else. */
  private static final List<String> OTHER_NAME = List.of("No subject alternative", "No name match");

  /** How the JDK begins to tell that the other side broke off. */
  private static final String ALERT = "Received fatal alert: ";

  /** The alerts of RFC 8446, section 6.2, that are about a certificate of ours. */
  private static final Set<String> ABOUT_OURS =
      Set.of(
          "certificate_required",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied");

  /** In the words of the JDK's sockets as of its engine. */
  private static final String NO_TLS = "nrecognized SSL message";

  private TlsProblem() {}

  /**
   * Empty if it is not TLS that failed.
   *
   * @param ownShown whether we have a certificate to show
   */
  static Optional<String> in(Throwable problem, URI origin, boolean ownShown) {
    List<Throwable> causes =
        Stream.iterate(problem, cause -> cause != null, Throwable::getCause).toList();
    return causes.stream()
        .filter(SSLException.class::isInstance)
        .findFirst()
        .map(ssl -> "TLS: " + sentence(ssl, causes, origin, ownShown));
  }

  private static String sentence(
      Throwable ssl, List<Throwable> causes, URI origin, boolean ownShown) {
    String told = " (" + ssl.getMessage() + "); ";
    if (String.valueOf(ssl.getMessage()).contains(NO_TLS)) {
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
    if (isAboutOurs(ssl)) {
      return ownShown
          ? origin + " refuses our certificate" + told + "check client-certificate in targets.conf"
          : origin
              + " wants a certificate of ours"
              + told
              + "name one with client-certificate in targets.conf";
    }
    return "no handshake with "
        + origin
        + told
        + "check the address, and whether it wants a client-certificate";
  }

  private static boolean isAboutOurs(Throwable ssl) {
    String message = String.valueOf(ssl.getMessage());
    return message.startsWith(ALERT) && ABOUT_OURS.contains(message.substring(ALERT.length()));
  }

  private static boolean any(List<Throwable> causes, Class<?> type) {
    return causes.stream().anyMatch(type::isInstance);
  }
}
