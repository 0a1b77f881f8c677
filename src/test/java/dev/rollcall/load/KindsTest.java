package dev.rollcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of every kind, sent to our fake one after the other. */
class KindsTest {
  @TempDir Path folder;

  @Test
  void everyKindIsAnsweredAsAskedAndCountedUnderItsOperation() throws Exception {
    LoadResult result = result("mix { batch = 1, single = 1, bundle = 1, write = 1 }, batch = 5");
    assertEquals(List.of(), result.problems());
    Map<String, Operation> operations =
        result.operations().stream().collect(Collectors.toMap(Operation::name, each -> each));
    assertEquals(
        Set.of("getPresencesByUserId", "getPresence", "batch", "setPresence"), operations.keySet());
    operations.values().forEach(each -> assertEquals(each.requests(), each.ok()));
    assertEquals(20 * operations.get("batch").requests(), operations.get("batch").items().served());
    // The reads that follow a write are sent beside the plan.
    assertEquals(
        40 + operations.get("setPresence").requests(),
        operations.values().stream().mapToLong(Operation::requests).sum());
    assertEquals(40, result.reached().requests());
    assertEquals(result.asked().items(), result.reached().items());
  }

  @Test
  void aReadThatDoesNotShowWhatWasSetBreaksAnInvariant() throws Exception {
    LoadResult result = result("mix { write = 1 }", "set-presence-changes-nothing");
    assertEquals(LoadVerdict.FAILED, result.verdict());
    LoadResult.Problem problem = result.problems().get(0);
    assertEquals("getPresence", problem.operation());
    assertEquals("the read does not show what was set", problem.kind());
    assertEquals(40, problem.times());
    assertEquals(3, problem.exchanges().size());
    assertTrue(problem.exchanges().get(0).request().url().endsWith("/presence"));
  }

  @Test
  void nobodyIsWrittenWhereItIsNotAllowed() throws IOException {
    try (StandIn stranger = StandIn.ofAStranger()) {
      Settings settings =
          stranger.settings(
              Map.of(
                  Setting.ALLOW_LOAD, "127.0.0.1",
                  Setting.TARGETS_FILE, profile("mix { write = 1 }"),
                  Setting.PROFILE, "kinds",
                  Setting.USERS, Files.writeString(folder.resolve("users"), "a").toString(),
                  Setting.OUT, folder.toString()));
      var refused = assertThrows(InvalidSetting.class, () -> LoadRun.open(settings));
      assertTrue(refused.getMessage().contains("--allow-writes"), refused.getMessage());
      assertTrue(stranger.seen().stream().noneMatch(request -> request.startsWith("POST")));
    }
  }

  private String profile(String mix) throws IOException {
    String profile =
        "profiles { kinds { warm-up = 1s, stages = [{rate = 20, for = 2s}], " + mix + " } }";
    return Files.writeString(folder.resolve("targets.conf"), profile).toString();
  }

  private LoadResult result(String mix, String... faults) throws Exception {
    Settings settings =
        Settings.exactly(
            Map.of(
                Setting.TARGETS_FILE, List.of(profile(mix)),
                Setting.PROFILE, List.of("kinds"),
                Setting.OUT, List.of(folder.toString()),
                Setting.FAULT, List.of(faults)));
    try (LoadRun run = LoadRun.open(settings)) {
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
