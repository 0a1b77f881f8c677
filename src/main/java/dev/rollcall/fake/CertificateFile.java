package dev.rollcall.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Where the certificate of a fake lies for those who have to trust it. */
record CertificateFile(Path path) {
  /** Of every fake. */
  static final String SUBJECT = "CN=Rollcall fake";

  /**
   * Keeps the certificate of somebody who takes this for the one to serve with.
   *
   * @throws CannotStart if the file holds anything but the certificate of an earlier fake
   */
  void requireReplaceable() {
    try {
      if (Files.isRegularFile(path) && Files.size(path) > 0 && !isOfAFake()) {
        throw new CannotStart(
            "certificate file "
                + path
                + " holds something that no fake has written; name another file to write to");
      }
    } catch (IOException e) {
      throw new CannotStart(
          "certificate file " + path + " cannot be read; check its permissions", e);
    }
  }

  private boolean isOfAFake() throws IOException {
    try {
      List<X509Certificate> found = Pem.read(path);
      return found.size() == 1
          && found.get(0).getSubjectX500Principal().equals(new X500Principal(SUBJECT));
    } catch (CertificateException e) {
      return false;
    }
  }

  /**
   * @throws CannotStart if that cannot be done
   */
  void write(X509Certificate certificate) {
    try {
      Files.writeString(path, Pem.of(certificate));
    } catch (IOException e) {
      throw new CannotStart(
          "certificate file " + path + " cannot be written; name a file in a folder that exists",
          e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was just read has its bytes", e);
    }
  }
}
