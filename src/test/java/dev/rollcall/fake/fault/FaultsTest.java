package dev.rollcall.fake.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Http;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.fake.Probe;
import dev.rollcall.fake.Reply;
import dev.rollcall.fake.Script;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Lapse;
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
    // Stamps do not fall at a reset: the clock has to be where those of before do not count.
    http.advance(Duration.ofHours(1));
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
        Arguments.of("reads.script", ReadFaults.all().toList()),
        Arguments.of("identity.script", IdentityFaults.all().toList()),
        Arguments.of("locations.script", LocationFaults.all().toList()),
        Arguments.of("out-of-office.script", OutOfOfficeFaults.all().toList()),
        Arguments.of("mixups.script", otherLapses()),
        Arguments.of("bundles.script", lapses("batch-")),
        Arguments.of(
            "throttle.script",
            Stream.concat(lapses("throttle-").stream(), ThrottleFaults.all()).toList()));
  }

  private static List<Fault> otherLapses() {
    List<Fault> rest = new ArrayList<>(List.of(Lapse.values()));
    rest.removeAll(lapses("batch-"));
    rest.removeAll(lapses("throttle-"));
    return rest;
  }

  private static List<Fault> lapses(String prefix) {
    return Stream.of(Lapse.values())
        .filter(lapse -> lapse.id().startsWith(prefix))
        .map(Fault.class::cast)
        .toList();
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
        family("shape").filter(fault -> fault.operation().isPresent()).toList(),
        fault -> !answersWith(fault).equals(expected.get(operation(fault))),
        reporter);
  }

  @Test
  void aShapeFaultLeavesTheOtherOperationsAlone() {
    for (GraphOperation spoilt : GraphOperation.values()) {
      for (GraphOperation other : GraphOperation.values()) {
        List<String> expected = answers(clean(), other);
        List<String> seen = answers(clean(spoilt.text() + "-client-request-id-other"), other);
        // A part of a batch breaks the promises of its own operation.
        boolean asked =
            spoilt == other
                || other == GraphOperation.BATCH
                    && List.of(
                            GraphOperation.GET_PRESENCE,
                            GraphOperation.CLEAR_USER_PREFERRED_PRESENCE)
                        .contains(spoilt);
        assertEquals(asked, !expected.equals(seen), spoilt + " in " + other);
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
    List.of(
            GraphOperation.SET_PRESENCE,
            GraphOperation.SET_STATUS_MESSAGE,
            GraphOperation.SET_MANUAL_LOCATION)
        .forEach(this::succeed);
    Stream<Probe> more =
        switch (operation) {
          case GET_PRESENCE -> Stream.of(Probe.reading(known.get("away")));
          case GET_PRESENCES_BY_USER_ID -> Stream.of(Probe.reading(seeded.subList(0, 650)));
          default -> Stream.of();
        };
    return Stream.concat(Probe.of(operation, fake.namedUsers()), more)
        .map(
            probe -> {
              if (operation == GraphOperation.CLEAR_PRESENCE) {
                succeed(GraphOperation.SET_PRESENCE); // so that there is a session to clear
              }
              return script.seen(probe.sentOver(http));
            })
        .toList();
  }

  private void succeed(GraphOperation operation) {
    Probe.success(operation, fake.namedUsers()).sentOver(http);
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
            .map(Fault.class::cast)
            .filter(fault -> fault.family().equals("rule"))
            .map(Fault::id)
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
