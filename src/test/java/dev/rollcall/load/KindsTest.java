package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.LoadResult;
import dev.rollcall.report.LoadResult.Operation;
import dev.rollcall.report.LoadVerdict;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of every kind, sent to our fake one after the other. */
class KindsTest {
  private static final List<Errand> EACH =
      List.of(
          new Errand(Errand.Kind.BATCH, 5),
          new Errand(Errand.Kind.SINGLE, 1),
          new Errand(Errand.Kind.BUNDLE, 20),
          new Errand(Errand.Kind.WRITE, 1));

  @TempDir Path folder;

  @Test
  void everyKindIsAnsweredAsAskedAndCountedUnderItsOperation() throws Exception {
    LoadResult result = result(index -> EACH.get((int) (index % 4)));
    assertEquals(List.of(), result.problems());
    assertEquals(LoadVerdict.PASSED, result.verdict(), result.reasons().toString());
    Map<String, Operation> operations =
        result.operations().stream().collect(Collectors.toMap(Operation::name, each -> each));
    assertEquals(5 * 5, operations.get("getPresencesByUserId").items().served());
    assertEquals(5 * 20, operations.get("batch").items().served());
    assertEquals(5, operations.get("setPresence").ok());
    // Those that were asked for, and those that follow a write.
    assertEquals(5 + 5, operations.get("getPresence").items().served());
    assertEquals(20, result.reached().requests());
  }

  @Test
  void aReadThatDoesNotShowWhatWasSetBreaksAnInvariant() throws Exception {
    LoadResult result = result(index -> EACH.get(3), "set-presence-changes-nothing");
    assertEquals(LoadVerdict.FAILED, result.verdict());
    LoadResult.Problem problem = result.problems().get(0);
    assertEquals("getPresence", problem.operation());
    assertEquals("the read does not show what was set", problem.kind());
    assertEquals(20, problem.times());
    assertEquals(3, problem.exchanges().size());
    assertTrue(problem.exchanges().get(0).request().url().endsWith("/presence"));
  }

  @Test
  void nobodyIsWrittenWhereItIsNotAllowed() {
    try (StandIn stranger = StandIn.ofAStranger()) {
      Settings settings =
          stranger.settings(
              Map.of(
                  Setting.ALLOW_LOAD, "127.0.0.1",
                  Setting.RATE, "5",
                  Setting.OUT, folder.toString()));
      var refused =
          assertThrows(
              InvalidSetting.class,
              () ->
                  LoadRun.open(settings, LoadPlan.of(settings), index -> EACH.get(3), told -> {}));
      assertTrue(refused.getMessage().contains("--allow-writes"), refused.getMessage());
      assertTrue(stranger.seen().stream().noneMatch(request -> request.startsWith("POST")));
    }
  }

  private LoadResult result(LongFunction<Errand> errands, String... faults) throws Exception {
    Map<Setting, List<String>> given = new EnumMap<>(Setting.class);
    given.put(Setting.RATE, List.of("10"));
    given.put(Setting.DURATION, List.of("2s"));
    given.put(Setting.OUT, List.of(folder.toString()));
    given.put(Setting.FAULT, List.of(faults));
    Settings settings = Settings.exactly(given);
    try (LoadRun run = LoadRun.open(settings, LoadPlan.of(settings), errands, told -> {})) {
      for (long i = 0; i < run.plan().allRequests(); i++) {
        Optional<Lookup> lookup = run.next();
        while (lookup.isPresent()) {
          send(run, lookup.get());
          lookup = run.done(lookup.get());
        }
      }
      return run.finish(Map.of());
    }
  }

  private static void send(LoadRun run, Lookup lookup) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(run.root() + lookup.path()))
            .header("Authorization", run.authorization().orElseThrow())
            .header("Content-Type", "application/json");
    if (!lookup.isGet()) {
      request.POST(HttpRequest.BodyPublishers.ofByteArray(lookup.body()));
    }
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    lookup.answered(response.statusCode(), response.body());
  }
}
