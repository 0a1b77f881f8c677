package dev.rollcall;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.rollcall.contract.ContractRun;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A mock as many teams have one: stub mappings typed from the examples of the documentation, the
 * same answers whatever is asked, no token needed. Nothing of it knows Rollcall.
 */
public final class StaticMock implements AutoCloseable {
  private static final String MAPPINGS = "src/test/resources/static-mock";
  private static final List<String> USERS =
      List.of("fa8bf3dc-eca7-46b7-bad1-db199b62afc3", "66825e03-7ef5-42da-9069-724602c31f6b");

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().usingFilesUnderDirectory(MAPPINGS));

  private StaticMock() {
    server.start();
  }

  public static StaticMock start() {
    return new StaticMock();
  }

  /** What a user's {@code check} says of it; the pages are rendered into the folder. */
  public ContractResult judged(Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "any");
    ContractResult result =
        ContractRun.of(
                Settings.exactly(
                    Map.of(
                        Setting.TARGET, List.of(server.baseUrl().replace("localhost", "127.0.0.1")),
                        Setting.ALLOW_WRITES, List.of("127.0.0.1"),
                        Setting.TEST_USERS, USERS,
                        Setting.TOKEN_FILE, List.of(token.toString()),
                        Setting.PACE, List.of("100000"),
                        Setting.SEED, List.of("1"), // a random sequence may miss, by chance
                        Setting.SHOW_PERSONAL_DATA, List.of("true"),
                        Setting.OUT, List.of(folder.toString()))))
            .result();
    Pages.render(folder);
    return result;
  }

  @Override
  public void close() {
    server.stop();
  }
}
