package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault makes some exchange differ from what the clean fake answers. */
class FaultsTest {
  private static PresenceFake fake;
  private static FakeClient client;
  private static List<List<String>> clean;
  private static List<String> cleanBrief;

  @BeforeAll
  static void start() {
    fake = PresenceFake.start(FakeOptions.defaults().withUsers(5));
    client = new FakeClient(fake.baseUrl());
    clean = Walk.PARTS.stream().map(part -> Walk.of(part, client)).toList();
    cleanBrief = Walk.of(Walk::brief, client);
  }

  @AfterAll
  static void stop() {
    fake.close();
  }

  static Stream<Arguments> faults() {
    return Faults.all().stream()
        // Those on the wire answer nothing that could be compared; a delay would make this test
        // wait.
        .filter(fault -> !fault.family().equals("wire"))
        .map(fault -> Arguments.of(fault.id(), fault.family().equals("rule")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultShows(String id, boolean rule) {
    client.faults(id);
    boolean shows =
        rule
            ? IntStream.range(0, Walk.PARTS.size())
                .anyMatch(part -> !Walk.of(Walk.PARTS.get(part), client).equals(clean.get(part)))
            : !Walk.of(Walk::brief, client).equals(cleanBrief);
    client.faults();
    assertTrue(shows, id + " makes no difference");
  }

  @Test
  void withoutFaultsTheWalksAreAlwaysTheSame() {
    assertEquals(clean, Walk.PARTS.stream().map(part -> Walk.of(part, client)).toList());
    assertEquals(cleanBrief, Walk.of(Walk::brief, client));
  }

  @Test
  void idsAreUniqueSlugs() {
    List<String> ids = Faults.all().stream().map(Fault::id).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    assertTrue(ids.stream().allMatch(id -> id.matches("[a-zA-Z]+(-[a-z0-9]+)+")), ids.toString());
  }

  @Test
  void wireFaultsExistForEveryOperation() {
    for (Operation operation : Operation.values()) {
      assertEquals(
          5, WireFaults.all().stream().filter(f -> f.operation().equals(operation.id())).count());
    }
  }

  @Test
  void anUnknownFaultIsNamed() {
    String message =
        assertThrows(CannotStart.class, () -> new Faults(List.of("bussy-fades"))).getMessage();
    assertTrue(message.startsWith("--fault bussy-fades: there is no such fault"), message);
  }
}
