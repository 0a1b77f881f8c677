package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindAddressTest {
  private static final Supplier<Machine> UNASKED =
      () -> {
        throw new AssertionError("the machine was asked for its names");
      };
  private static final List<String> LOOPBACK = List.of("dns:localhost", "ip:127.0.0.1", "ip:::1");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void loopbackIsAlwaysNamed(String text) {
    assertEquals(LOOPBACK, List.copyOf(new BindAddress(text).alternativeNames(UNASKED)));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,ip:192.0.2.7",
    "2001:db8::7,ip:2001:db8::7",
    "fe80::7%eth0,ip:fe80::7",
    "graph.test,dns:graph.test"
  })
  void anotherAddressIsNamedToo(String text, String name) {
    List<String> names = List.copyOf(new BindAddress(text).alternativeNames(UNASKED));
    assertEquals(LOOPBACK, names.subList(0, 3));
    assertEquals(List.of(name), names.subList(3, names.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void everywhereIsAllThatTheMachineIsCalled(String text) throws UnknownHostException {
    Machine machine =
        new Machine("box-7.example", addresses("127.0.0.1", "192.0.2.7", "::1", "fe80::7%3"));
    assertEquals(
        List.of(
            "dns:localhost",
            "ip:127.0.0.1",
            "ip:::1",
            "dns:box-7.example",
            "ip:192.0.2.7",
            "ip:fe80:0:0:0:0:0:0:7"),
        List.copyOf(new BindAddress(text).alternativeNames(() -> machine)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "192.0.2.7", "fe80::7", "my_box", "box,ip:192.0.2.7"})
  void whatIsNoNameOfAMachineIsLeftOut(String host) {
    Machine machine = new Machine(host, List.of());
    assertEquals(LOOPBACK, List.copyOf(new BindAddress("0.0.0.0").alternativeNames(() -> machine)));
  }

  private static List<InetAddress> addresses(String... all) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String each : all) {
      addresses.add(InetAddress.getByName(each));
    }
    return addresses;
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
