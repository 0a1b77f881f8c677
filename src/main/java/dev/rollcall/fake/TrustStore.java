package dev.rollcall.fake;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;

/** Key stores that hold certificates and no key. */
final class TrustStore {
  static final String TYPE = "PKCS12";

  private TrustStore() {}

  static KeyStore of(List<? extends Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("trusted-" + i, certificates.get(i));
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java makes a key store in memory", e);
    }
  }
}
