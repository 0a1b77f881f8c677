package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.GatlingConfiguration$;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** That {@code simulations/gatling.conf} is found, and that Gatling reads it as it is meant. */
class GatlingConfTest {
  private final GatlingConfiguration configuration = GatlingConfiguration$.MODULE$.load();

  @Test
  void theTokenGoesToNobodyWhoseCertificateDoesNotProveWhoTheyAre() {
    assertFalse(configuration.ssl().useInsecureTrustManager());
    assertTrue(configuration.http().enableHostnameVerification());
  }

  @Test
  void nothingIsSentToGatlingsMaker() {
    assertTrue(configuration.http().warmUpUrl().isEmpty());
    assertFalse(configuration.data().enableAnalytics());
  }

  @Test
  void aRequestIsGivenTenSeconds() {
    assertEquals(10, configuration.http().requestTimeout().toUnit(TimeUnit.SECONDS));
  }

  @Test
  void onlyTheReportsFileIsWritten() {
    assertEquals(1, configuration.data().dataWriters().size());
  }
}
