package dev.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided before Gatling starts. */
class GatlingRunTest {
  @TempDir Path folder;

  @BeforeEach
  void leaveAnEarlierRunBehind() throws IOException {
    Files.writeString(folder.resolve("load.json"), "{\"verdict\":\"PASSED\"}");
    Files.createDirectories(folder.resolve("gatling"));
    Files.writeString(folder.resolve("gatling").resolve("index.html"), "old");
  }

  @Test
  void aRefusedRunWritesItsReasonAndSendsNoLookup() throws IOException {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    stranger.start();
    try {
      String root = "http://127.0.0.1:" + stranger.getAddress().getPort();
      LoadResult result =
          GatlingRun.run(Settings.exactly(Map.of(Setting.TARGET, List.of(root))), folder);
      assertEquals(List.of("not allowed: --allow-load 127.0.0.1"), result.reasons());
      assertEquals(result, ResultFiles.load(folder));
      assertFalse(Files.exists(folder.resolve("gatling")));
      assertEquals(List.of("/__admin/presence/capabilities"), seen);
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void badSettingsLeaveNoResultBehind() {
    Settings settings = Settings.exactly(Map.of(Setting.BATCH, List.of("651")));
    assertThrows(InvalidSetting.class, () -> GatlingRun.run(settings, folder));
    assertFalse(Files.exists(folder.resolve("load.json")));
  }

  @Test
  void badInputThatShowsInsideGatlingStaysBadInput() {
    var cause = new InvalidSetting("--x y: z");
    var wrapped = new IllegalStateException(new ReflectiveOperationException(cause));
    assertSame(cause, assertThrows(InvalidSetting.class, () -> run().brokenOff(wrapped)));
  }

  @Test
  void aCrashIsAnInvalidRunWithAReasonAndAPlaceToLook() {
    LoadResult result =
        run().brokenOff(new IllegalStateException("outer", new IllegalAccessException("closed")));
    assertEquals(
        List.of(
            "the run broke off: java.lang.IllegalAccessException: closed; see "
                + folder.resolve("gatling.log")),
        result.reasons());
    assertEquals(result, ResultFiles.load(folder));
    assertTrue(result.measuredEmbedded());
  }

  private GatlingRun run() {
    return new GatlingRun(Settings.exactly(Map.of()), folder);
  }
}
