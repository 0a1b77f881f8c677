package dev.rollcall.fake;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a fake speaks HTTPS: with a key and a self-signed certificate that are made when it starts.
 *
 * @param certificate the file to write the certificate to, as PEM, for clients that have to trust
 *     it; if none is named, one in a temporary folder
 * @param clientCa a PEM file of certificates; a client then has to show one that one of these
 *     signed
 */
public record Https(Optional<Path> certificate, Optional<Path> clientCa) {

  /** The certificate in a temporary folder, no client asked for one. */
  public static Https defaults() {
    return new Https(Optional.empty(), Optional.empty());
  }

  public Https withCertificate(Path value) {
    return new Https(Optional.of(value), clientCa);
  }

  public Https withClientCa(Path value) {
    return new Https(certificate, Optional.of(value));
  }
}
