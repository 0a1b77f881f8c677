package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindAddressTest {
  private static final List<String> LOOPBACK = List.of("dns:localhost", "ip:127.0.0.1", "ip:::1");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::"})
  void loopbackIsAlwaysNamed(String text) {
    assertEquals(LOOPBACK, List.copyOf(new BindAddress(text).alternativeNames()));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,ip:192.0.2.7",
    "2001:db8::7,ip:2001:db8::7",
    "fe80::7%eth0,ip:fe80::7",
    "graph.test,dns:graph.test"
  })
  void anotherAddressIsNamedToo(String text, String name) {
    List<String> names = List.copyOf(new BindAddress(text).alternativeNames());
    assertEquals(LOOPBACK, names.subList(0, 3));
    assertEquals(List.of(name), names.subList(3, names.size()));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,192.0.2.7",
    "::1,[::1]",
    "localhost,localhost",
    "0.0.0.0,127.0.0.1",
    "::,127.0.0.1"
  })
  void aUrlNamesAHost(String text, String host) {
    assertEquals(host, new BindAddress(text).host());
  }
}
