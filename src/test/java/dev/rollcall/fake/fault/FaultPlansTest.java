package dev.rollcall.fake.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Http;
import dev.rollcall.fake.Paths;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.fake.Reply;
import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultPlansTest {
  private static final Fault ERROR =
      FaultRegistry.named(List.of("getPresence-server-error")).get(0);
  private static final Optional<Route> READ = Route.of("/v1.0/me/presence");

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(10));
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  @BeforeEach
  void reset() {
    http.admin("POST", "reset", "");
  }

  private String plan(String active) {
    Reply reply = http.admin("PUT", "faults", "{\"active\":[" + active + "]}");
    assertEquals(200, reply.status(), reply::text);
    return active();
  }

  private String active() {
    return http.admin("GET", "faults", "").json().path("active").toString();
  }

  private List<Integer> statuses(int count) {
    return IntStream.range(0, count)
        .map(i -> http.get("/v1.0/me/presence").status())
        .boxed()
        .toList();
  }

  @Test
  void aFaultMeetsTheNextRequestsOfItsOperationAndIsOver() {
    String shown = plan("{\"id\":\"getPresence-server-error\",\"next\":2},\"busy-fades\"");
    assertEquals(
        "[{\"id\":\"getPresence-server-error\",\"operation\":\"getPresence\",\"next\":2},"
            + "\"busy-fades\"]",
        shown);
    http.post(Paths.BATCH, "{\"ids\":[\"" + fake.namedUsers().get(0) + "\"]}");
    assertEquals(List.of(500), statuses(1));
    assertTrue(active().contains("\"next\":1"));
    assertEquals(List.of(500, 200, 200), statuses(3));
    assertEquals("[\"busy-fades\"]", active());
  }

  @Test
  void aFaultOfAllOperationsMeetsTheOneThatIsNamed() {
    plan("{\"id\":\"reads-show-first-user\",\"operation\":\"getPresence\"}");
    String second = fake.namedUsers().get(1);
    http.admin(
        "PUT",
        "state",
        "{\"user\":\"" + second + "\",\"availability\":\"Busy\",\"activity\":\"Busy\"}");
    assertEquals("Offline/Offline", http.get("/v1.0/users/" + second + "/presence").pair());
    Reply many = http.post(Paths.BATCH, "{\"ids\":[\"" + second + "\"]}");
    assertEquals("Busy", many.json().path("value").path(0).path("availability").asString());
  }

  private List<Integer> partStatuses(int count) {
    String parts =
        IntStream.range(0, count)
            .mapToObj("{\"id\":\"%d\",\"method\":\"GET\",\"url\":\"/me/presence\"}"::formatted)
            .collect(Collectors.joining(","));
    Reply reply = http.post(Paths.BUNDLE, "{\"requests\":[" + parts + "]}");
    assertEquals(200, reply.status(), reply::text);
    return reply
        .json()
        .path("responses")
        .valueStream()
        .map(part -> part.path("status").intValue())
        .toList();
  }

  @Test
  void aPartOfABatchIsARequestOfItsOperation() {
    plan("{\"id\":\"getPresence-server-error\",\"next\":3}");
    assertEquals(List.of(500, 500), partStatuses(2));
    assertEquals(List.of(500), statuses(1));
    assertEquals(List.of(200, 200), partStatuses(2));
    plan("{\"id\":\"getPresence-server-error\",\"operation\":\"getPresence\"},\"busy-fades\"");
    assertEquals(List.of(500, 500), partStatuses(2));
    plan("{\"id\":\"setPresence-server-error\",\"next\":1}");
    assertEquals(List.of(200), partStatuses(1));
  }

  @Test
  void aShareOfPartsIsThatOfRequests() {
    String plan = "{\"id\":\"getPresence-server-error\",\"share\":0.5,\"seed\":7}";
    plan(plan);
    List<Integer> alone = statuses(20);
    plan(plan);
    assertEquals(alone, partStatuses(20));
  }

  @Test
  void whatIsDecidedForABatchHoldsForItsPartsAndCountsOnce() {
    plan(
        "{\"id\":\"reads-show-first-user\",\"next\":2},"
            + "{\"id\":\"getPresence-server-error\",\"next\":1}");
    assertEquals(List.of(500, 200, 200), partStatuses(3));
    assertEquals("[{\"id\":\"reads-show-first-user\",\"next\":1}]", active());
  }

  @Test
  void aFaultOfTheWireIsNotSpentOnAPart() {
    String shown = plan("{\"id\":\"getPresence-reset\",\"next\":1}");
    assertEquals(List.of(200), partStatuses(1));
    assertEquals(shown, active());
  }

  @Test
  void aShareIsTheSameInEveryRun() {
    String plan = "{\"id\":\"getPresence-server-error\",\"share\":0.5,\"seed\":7}";
    plan(plan);
    List<Integer> once = statuses(40);
    plan(plan);
    assertEquals(once, statuses(40));
    int failed = Collections.frequency(once, 500);
    assertTrue(failed > 8 && failed < 32, once::toString);
    plan("{\"id\":\"getPresence-server-error\",\"share\":0}");
    assertEquals(Collections.nCopies(5, 200), statuses(5));
    plan("{\"id\":\"getPresence-server-error\",\"share\":1}");
    assertEquals(Collections.nCopies(5, 500), statuses(5));
  }

  @Test
  void whatIsShownCanBeSentAgain() {
    String shown =
        plan(
            "{\"id\":\"busy-fades\",\"share\":0.25,\"next\":9},\"getPresence-id-missing\","
                + "{\"id\":\"busy-fades\",\"operation\":\"batch\"}");
    assertEquals(shown, plan(shown.substring(1, shown.length() - 1)));
  }

  @Test
  void anExactNumberOfManyThreadsRequestsIsMet() throws Exception {
    FaultSwitch faults = new FaultSwitch();
    faults.plan(
        List.of(new FaultPlan(ERROR, Optional.empty(), Optional.of(0.3), Optional.of(10_000L), 1)));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> task =
          () ->
              IntStream.range(0, 4_000).filter(i -> !faults.meeting(READ).ids().isEmpty()).count();
      long met = 0;
      for (Future<Long> each : threads.invokeAll(Collections.nCopies(4, task))) {
        met += each.get();
      }
      FaultDraw alone =
          new FaultDraw(
              new FaultPlan(ERROR, Optional.empty(), Optional.of(0.3), Optional.empty(), 1));
      long expected = IntStream.range(0, 10_000).filter(i -> alone.meets(Optional.empty())).count();
      assertEquals(expected, met);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void requestsThatAreMetAlikeShareTheirRules() {
    FaultSwitch faults = new FaultSwitch();
    assertSame(faults.active(), faults.meeting(READ));
    faults.plan(
        List.of(new FaultPlan(ERROR, Optional.empty(), Optional.of(0.5), Optional.empty(), 1)));
    List<ActiveFaults> seen = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ActiveFaults met = faults.meeting(READ);
      if (seen.stream().noneMatch(each -> each == met)) {
        seen.add(met);
      }
    }
    assertEquals(2, seen.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"busy-fads\"} | the nearest is 'busy-fades'",
        "{} | 'id' is missing",
        "7 | no list of strings or objects",
        "{\"id\":\"busy-fades\",\"share\":1.5} | no number from 0 to 1",
        "{\"id\":\"busy-fades\",\"share\":\"x\"} | no number from 0 to 1",
        "{\"id\":\"busy-fades\",\"next\":0} | 'next' is no whole number from 1",
        "{\"id\":\"busy-fades\",\"next\":1.5} | is no whole number",
        "{\"id\":\"busy-fades\",\"seed\":\"x\"} | is no whole number",
        "{\"id\":\"busy-fades\",\"shares\":1} | has no 'shares'",
        "{\"id\":\"busy-fades\",\"operation\":\"getAll\"} | is none of getPresence,",
        "{\"id\":\"getPresence-id-missing\",\"operation\":\"batch\"} | it is about getPresence",
      })
  void badInputIsOneSentenceAndSwitchesNothing(String active, String sentence) {
    plan("\"busy-fades\"");
    Reply reply =
        http.admin("PUT", "faults", "{\"active\":[\"getPresence-id-missing\"," + active + "]}");
    assertEquals(400, reply.status(), reply::text);
    String error = reply.json().path("error").asString();
    assertTrue(error.contains(sentence), error);
    assertEquals("[\"busy-fades\"]", active());
  }
}
