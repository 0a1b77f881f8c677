package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceRootTest {

  @ParameterizedTest
  @CsvSource({
    "https://gw.corp/graph/v1.0, https://gw.corp/graph, v1.0",
    "https://gw.corp/graph/v1.0/, https://gw.corp/graph, v1.0",
    "https://gw.corp/graph/beta, https://gw.corp/graph, beta",
    "https://gw.corp/graph, https://gw.corp/graph, ",
    "http://127.0.0.1:8080/, http://127.0.0.1:8080, ",
  })
  void theVersionSegmentIsTakenOff(String given, String base, String version) {
    ServiceRoot root = ServiceRoot.parse(given);
    assertEquals(base, root.base().toString());
    assertEquals(Optional.ofNullable(version), root.version());
  }

  @Test
  void theOriginLeavesThePathOut() {
    assertEquals(
        "https://gw.corp:8443",
        ServiceRoot.parse("https://gw.corp:8443/graph/v1.0").origin().toString());
  }

  @Test
  void aHostIsNamedWithOrWithoutItsPort() {
    ServiceRoot root = ServiceRoot.parse("https://gw.corp:8443/graph");
    assertTrue(root.isHost("GW.corp"));
    assertTrue(root.isHost("gw.corp:8443"));
    assertFalse(root.isHost("corp"));
    assertFalse(root.isHost("gw.corp:443"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gw.corp",
        "ftp://gw.corp",
        "http:///x",
        "http://gw corp",
        "http://h/?a=b",
        "x://"
      })
  void whatIsNoServiceRootIsRefused(String given) {
    String message =
        assertThrows(InvalidSetting.class, () -> ServiceRoot.parse(given)).getMessage();
    assertTrue(message.startsWith("--target " + given + ": "), message);
  }

  @Test
  void credentialsInTheAddressAreRefusedWithoutRepeatingThem() {
    String message =
        assertThrows(InvalidSetting.class, () -> ServiceRoot.parse("https://me:hunter2@gw.corp"))
            .getMessage();
    assertFalse(message.contains("hunter2"), message);
  }
}
