package dev.rollcall.fake.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFixture;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests that have the extension and looks at how they ended. */
class PresenceFakeExtensionTest {
  private static final String ADDRESS = "address";

  /** How tests ended. */
  private static final class Ended implements TestExecutionListener {
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private int passed;

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result.getThrowable().ifPresent(failures::add);
      if (test.isTest() && result.getThrowable().isEmpty()) {
        passed++;
      }
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      entries.addAll(entry.getKeyValuePairs().values());
    }
  }

  private static Ended run(Class<?> tests) {
    Ended ended = new Ended();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests))
            .configurationParameters(
                Map.of(
                    "junit.jupiter.execution.parallel.enabled",
                    "true",
                    "junit.jupiter.execution.parallel.mode.default",
                    "concurrent",
                    LauncherConstants.CAPTURE_STDOUT_PROPERTY_NAME,
                    "false"))
            .build();
    // Without the listener that the classpath brings: it is for checks.
    var config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(config).execute(request, ended);
    return ended;
  }

  private static void assertAllPassed(int count, Ended ended) {
    ended.failures.forEach(
        failure -> {
          throw new AssertionError(failure);
        });
    assertEquals(count, ended.passed);
  }

  private static void assertStopped(List<String> addresses) {
    for (String address : addresses) {
      assertThrows(ConnectException.class, () -> get(address, "/"));
    }
  }

  private static String get(String baseUrl, String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Authorization", "Bearer any")
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the fake", e);
    }
  }

  private static boolean isBusy(PresenceFixture fake) throws IOException {
    return get(fake.baseUrl(), "/v1.0/users/" + fake.user("adele") + "/presence")
        .contains("\"Busy\"");
  }

  @ExtendWith(PresenceFakeExtension.class)
  static class WorldsOfTheirOwn {
    private final PresenceFixture fake;

    WorldsOfTheirOwn(PresenceFixture fake) {
      this.fake = fake;
    }

    @BeforeEach
    void set(PresenceFixture asked, TestReporter reporter) {
      assertEquals(fake, asked);
      reporter.publishEntry(ADDRESS, fake.baseUrl());
    }

    @RepeatedTest(4)
    void nobodyElseWasHere(PresenceFixture asked) throws IOException {
      assertEquals(fake, asked);
      assertTrue(!isBusy(fake));
      fake.set("adele", Availability.BUSY, Activity.IN_A_CALL);
      assertTrue(isBusy(fake));
    }
  }

  @Test
  void everyTestHasAWorldOfItsOwnThatEndsWithIt() {
    Ended ended = run(WorldsOfTheirOwn.class);
    assertAllPassed(4, ended);
    assertEquals(4, ended.entries.stream().distinct().count());
    assertStopped(ended.entries);
  }

  static class OneWorld {
    @RegisterExtension
    static final PresenceFakeExtension FAKE =
        new PresenceFakeExtension(FakeOptions.defaults().withUsers(7)).perClass();

    @BeforeAll
    static void set(PresenceFixture fake, TestReporter reporter) throws IOException {
      reporter.publishEntry(ADDRESS, fake.baseUrl());
      assertEquals(7, get(fake.baseUrl(), "/__admin/presence/users").split(",").length);
      fake.set("adele", Availability.BUSY, Activity.IN_A_CALL);
    }

    @RepeatedTest(2)
    void itIsStillThere(PresenceFixture fake) throws IOException {
      assertTrue(isBusy(fake));
    }

    @Nested
    class AndWithin {
      @Test
      void itIsStillThere(PresenceFixture fake) throws IOException {
        assertTrue(isBusy(fake));
      }
    }

    @AfterAll
    static void itIsStillThereAtLast(PresenceFixture fake) throws IOException {
      assertTrue(isBusy(fake));
    }
  }

  @Test
  void aClassHasOneWorldIfItIsToldSo() {
    Ended ended = run(OneWorld.class);
    assertAllPassed(3, ended);
    assertStopped(ended.entries);
  }

  @ExtendWith(PresenceFakeExtension.class)
  static class Mistaken {
    @Test
    void aWrongPath(PresenceFixture fake) throws IOException {
      get(fake.baseUrl(), "/v1.0/me/presense");
      fail("no presence was read");
    }
  }

  @Test
  void aFailureSaysWhatWasRefusedBeforeIt() {
    Ended ended = run(Mistaken.class);
    assertEquals("no presence was read", ended.failures.get(0).getMessage());
    String refused =
        "the fake refused:"
            + System.lineSeparator()
            + "GET /v1.0/me/presense: 404, no such path; the nearest is GET /v1.0/me/presence";
    assertEquals(refused, ended.failures.get(0).getSuppressed()[0].getMessage());
    assertEquals(List.of(refused), ended.entries);
  }

  @ExtendWith(PresenceFakeExtension.class)
  static class TooEarly {
    @BeforeAll
    static void ask(PresenceFixture fake) {
      fail(fake.baseUrl());
    }

    @Test
    void nothing() {
      fail("never run");
    }
  }

  @Test
  void whoAsksBeforeAnyTestIsToldHowToHaveOneForAll() {
    String message = String.valueOf(run(TooEarly.class).failures.get(0).getMessage());
    assertTrue(message.contains("new PresenceFakeExtension().perClass()"), message);
  }
}
