package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every fault makes some exchange differ from that of the clean fake. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
  private final PresenceFake fake =
      PresenceFake.start(
          FakeOptions.defaults()
              .withClock(InstantSource.fixed(Instant.parse("2027-03-04T05:06:07Z"))));
  private final Http http = Http.to(fake.baseUrl());
  private final List<String> seeded =
      http.admin("GET", "users", "")
          .json()
          .path("users")
          .valueStream()
          .map(JsonNode::asString)
          .toList();
  private final Map<String, String> known =
      Map.of(
          "mine", fake.namedUsers().get(0),
          "theirs", fake.namedUsers().get(1),
          "away", outOfOffice("OutOfOffice").orElseThrow(),
          "busy", outOfOffice("Busy").orElseThrow());

  @AfterAll
  void stop() {
    fake.close();
  }

  private Optional<String> outOfOffice(String activity) {
    return seeded.stream()
        .filter(
            id -> {
              JsonNode presence = http.get("/v1.0/users/" + id + "/presence").json();
              return presence.path("outOfOfficeSettings").path("isOutOfOffice").asBoolean()
                  && presence.path("activity").asString().equals(activity);
            })
        .findFirst();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = FaultsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private Script clean(String... faults) {
    http.admin("POST", "reset", "");
    http.faults(faults);
    return new Script(http, seeded, known);
  }

  private static Stream<Fault> family(String family) {
    return FaultRegistry.all().stream().filter(fault -> fault.family().equals(family));
  }

  static Stream<Arguments> ruleFaults() {
    return Stream.of(
        Arguments.of("sessions.script", SessionFaults.all().toList()),
        Arguments.of("time.script", TimeFaults.all().toList()),
        Arguments.of("preferences.script", PreferenceFaults.all().toList()),
        Arguments.of("messages.script", MessageFaults.all().toList()),
        Arguments.of("reads.script", ReadFaults.all().toList()));
  }

  @ParameterizedTest
  @MethodSource("ruleFaults")
  void everyRuleFaultIsSeenInItsScript(String resource, List<Fault> faults, TestReporter reporter)
      throws IOException {
    List<String> lines = lines(resource);
    Script script = clean();
    List<String> expected = lines.stream().map(script::run).toList();
    Script again = clean();
    assertEquals(expected, lines.stream().map(again::run).toList(), "two clean runs are alike");
    assertAllSeen(faults, fault -> seen(fault.id(), lines, expected), reporter);
  }

  /** Tells of each fault that is seen, too: the mutation matrix tries none that is not. */
  private static void assertAllSeen(
      List<Fault> faults, Predicate<Fault> isSeen, TestReporter reporter) {
    List<String> unseen = new ArrayList<>();
    for (Fault fault : faults) {
      if (isSeen.test(fault)) {
        reporter.publishEntry("fault-is-seen", fault.id());
      } else {
        unseen.add(fault.id());
      }
    }
    assertEquals(List.of(), unseen);
  }

  private boolean seen(String fault, List<String> lines, List<String> expected) {
    Script script = clean(fault);
    for (int i = 0; i < lines.size(); i++) {
      if (!script.run(lines.get(i)).equals(expected.get(i))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyShapeFaultIsSeenInTheAnswersOfItsOperation(TestReporter reporter) {
    Map<GraphOperation, List<String>> expected = new EnumMap<>(GraphOperation.class);
    GraphOperation.all().forEach(each -> expected.put(each, answers(clean(), each)));
    assertAllSeen(
        family("shape").toList(),
        fault -> !answersWith(fault).equals(expected.get(operation(fault))),
        reporter);
  }

  @Test
  void aShapeFaultLeavesTheOtherOperationsAlone() {
    for (GraphOperation spoilt : GraphOperation.values()) {
      for (GraphOperation other : GraphOperation.values()) {
        List<String> expected = answers(clean(), other);
        List<String> seen = answers(clean(spoilt.text() + "-client-request-id-other"), other);
        assertEquals(spoilt == other, !expected.equals(seen), spoilt + " in " + other);
      }
    }
  }

  private static GraphOperation operation(Fault fault) {
    return fault.operation().orElseThrow();
  }

  private List<String> answersWith(Fault fault) {
    return answers(clean(fault.id()), operation(fault));
  }

  private List<String> answers(Script script, GraphOperation operation) {
    for (GraphOperation needed :
        List.of(GraphOperation.SET_PRESENCE, GraphOperation.SET_STATUS_MESSAGE)) {
      Probe.success(needed, fake.namedUsers()).sentOver(http);
    }
    return Probe.of(operation, fake.namedUsers())
        .map(probe -> script.seen(probe.sentOver(http)))
        .toList();
  }

  @Test
  void everyWireFaultKeepsTheAnswerFromArriving(TestReporter reporter) {
    for (Fault fault : family("wire").toList()) {
      clean(fault.id());
      Probe probe = Probe.success(operation(fault), fake.namedUsers());
      Duration patience = Duration.ofMillis(fault.id().endsWith("-delay") ? 100 : 5_000);
      assertThrows(
          IOException.class,
          () ->
              http.attempt(
                  patience,
                  probe.method(),
                  probe.path(),
                  probe.body(),
                  probe.headers().toArray(String[]::new)),
          fault.id());
      reporter.publishEntry("fault-is-seen", fault.id());
    }
  }

  @Test
  void everyRuleFaultHasAScript() {
    List<String> scripted =
        ruleFaults()
            .flatMap(arguments -> ((List<?>) arguments.get()[1]).stream())
            .map(fault -> ((Fault) fault).id())
            .sorted()
            .toList();
    assertEquals(family("rule").map(Fault::id).sorted().toList(), scripted);
  }

  @Test
  void severalFaultsAreOnTogether() {
    clean("without-session-away", "getPresence-id-missing", "getPresence-wrong-status");
    Reply reply = http.get("/v1.0/me/presence");
    assertEquals(202, reply.status());
    assertEquals("Away/Away", reply.pair());
    assertTrue(reply.json().path("id").isMissingNode());
  }
}
