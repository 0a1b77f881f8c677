package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.contract.Stranger.Fault;
import dev.rollcall.contract.Stranger.Request;
import dev.rollcall.contract.ask.CheckRecord;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Run;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Rollcall wrote to people it takes back, also when a run ends in a way nobody foresaw. */
class CleanUpTest {
  private static final String USER = Stranger.USERS.get(0);

  @TempDir Path folder;

  @Test
  void afterADefectOfOursNothingIsLeft() throws IOException {
    try (Stranger stranger = Stranger.start()) {
      var thrown =
          assertThrows(
              IllegalStateException.class,
              () -> {
                try (Run run = open(stranger)) {
                  write(run);
                  assertEquals(3, stranger.leftOf(USER).size());
                  throw new IllegalStateException("a defect");
                }
              });
      assertEquals("a defect", thrown.getMessage());
      assertEquals(List.of(), stranger.leftOf(USER));
    }
  }

  @Test
  void aStepThatFailsKeepsNoOtherFromBeingTaken() throws IOException {
    try (Stranger stranger = Stranger.start(Fault.CLEAR_FAILS)) {
      try (Run run = open(stranger)) {
        write(run);
      }
      assertEquals(1, stranger.leftOf(USER).size(), "the session alone");
    }
  }

  @Test
  void nobodyIsCleanedUpWhoWasNotWritten() throws IOException {
    try (Stranger stranger = Stranger.start()) {
      try (Run run = open(stranger)) {
        write(run);
      }
      Set<String> written =
          stranger.requests().stream()
              .filter(request -> !request.operation().equals("$batch"))
              .filter(Request::writes)
              .map(request -> request.path().split("/")[3])
              .collect(Collectors.toSet());
      assertEquals(Set.of(USER), written);
    }
  }

  private static void write(Run run) {
    var user = new User(USER);
    var graph = new Graph(run, run.editions().get(0), new CheckRecord(), run.target().users());
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.prefer(user, Pair.BUSY).is(200);
    graph.setStatusMessage(user, "Back soon").is(200);
  }

  private Run open(Stranger stranger) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "opaque");
    return Run.open(
        Settings.exactly(
            Map.of(
                Setting.TARGET, List.of(stranger.url()),
                Setting.ALLOW_WRITES, List.of("127.0.0.1"),
                Setting.TEST_USERS, Stranger.USERS,
                Setting.TOKEN_FILE, List.of(token.toString()),
                Setting.PACE, List.of("100000"))));
  }
}
