package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Each way in which TLS fails is told with what to do about it. */
class TlsProblemTest {
  private static final URI ORIGIN = URI.create("https://host:1");

  @Test
  void aCertificateThatIsNotTrusted() {
    assertEquals(
        "TLS: the certificate of https://host:1 is not trusted (PKIX path building failed); name"
            + " the CA of the target with ca-file in targets.conf",
        told("PKIX path building failed", new CertificateException("x")));
  }

  @Test
  void aCertificateForAnotherHost() {
    String name = "No subject alternative DNS name matching host found.";
    assertEquals(
        "TLS: the certificate is for another host than host (" + name + "); check the address",
        told(name, new CertificateException(name)));
  }

  @Test
  void aCertificateThatIsOutOfDate() {
    assertEquals(
        "TLS: the certificate of https://host:1 is not valid now (validity check failed); renew it",
        told("validity check failed", new CertificateExpiredException("x")));
  }

  @Test
  void noTlsAtAll() {
    assertEquals(
        "TLS: https://host:1 does not speak TLS (Unsupported or unrecognized SSL message); is it"
            + " http:// that it serves?",
        TlsProblem.in(new SSLException("Unsupported or unrecognized SSL message"), ORIGIN, false)
            .orElseThrow());
  }

  @Test
  void anyOtherHandshakeThatFails() {
    assertEquals(
        "TLS: no handshake with https://host:1 (Received fatal alert: handshake_failure); check the"
            + " address, and whether it wants a client-certificate",
        told("Received fatal alert: handshake_failure", null));
  }

  @Test
  void whatIsNoTlsIsNotTold() {
    assertEquals(Optional.empty(), TlsProblem.in(new IOException("reset"), ORIGIN, false));
  }

  private static String told(String message, Throwable cause) {
    var problem = new SSLHandshakeException(message);
    problem.initCause(cause);
    return TlsProblem.in(new IOException(problem), ORIGIN, false).orElseThrow();
  }
}
