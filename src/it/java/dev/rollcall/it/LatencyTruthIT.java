package dev.rollcall.it;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceExtension;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Quantiles;
import dev.rollcall.report.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What load reports of latency is what the server took, by the server's own clock. */
class LatencyTruthIT {
  private static final double TOLERANCE = 0.05;
  private static final int SAMPLES = 3_000;
  // Each holds an answer back for as long as it is late: 25 do at once, on average.
  private static final int THREADS = 100;

  @TempDir private Path folder;

  /** Milliseconds that WireMock itself measured, from the request's arrival to the answer's end. */
  private static final class Truth implements ServeEventListener {
    private final Queue<Integer> millis = new ConcurrentLinkedQueue<>();

    @Override
    public String getName() {
      return "truth";
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
      if (event.getRequest().getUrl().endsWith(LoadRuns.BATCH)) {
        millis.add(event.getTiming().getTotalTime());
      }
    }

    double percentile(double share) {
      List<Integer> sorted = millis.stream().sorted().toList();
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
  }

  @Test
  void percentilesAreThoseOfTheServer() throws IOException, InterruptedException {
    var truth = new Truth();
    var presence = new PresenceExtension(FakeOptions.defaults());
    var server =
        new WireMockServer(
            options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(THREADS)
                .disableRequestJournal()
                .extensions(presence)
                .extensions(truth));
    server.start();
    try {
      presence.control().lognormalLatency(Duration.ofMillis(250), 0.4);
      LoadRuns.run(
          folder,
          "--target=" + server.baseUrl().replace("localhost", "127.0.0.1"),
          "--rate=100",
          "--batch=20",
          "--duration=35s");
    } finally {
      server.stop();
    }
    LoadResult result = ResultFiles.load(folder.resolve("out"));
    Quantiles reported = result.operations().get(0).latencyMillis();
    assertTrue(result.operations().get(0).requests() >= SAMPLES);
    assertTrue(truth.percentile(0.5) >= 50);
    near(truth.percentile(0.5), reported.p50());
    near(truth.percentile(0.99), reported.p99());
  }

  private static void near(double expected, double actual) {
    assertEquals(expected, actual, TOLERANCE * expected);
  }
}
