package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.rollcall.contract.wire.RawServer;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceExtension;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes that load one server at the same time are one load, to the last request. */
class MergeIT {
  private static final int SHARDS = 3;
  private static final int RATE = 30;
  private static final int SECONDS = 8;
  private static final int BATCH = 20;
  private static final int WARM_UP = 3;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

  @TempDir private Path folder;

  /** What the server saw. */
  private static final class Truth implements ServeEventListener {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong ids = new AtomicLong();

    @Override
    public String getName() {
      return "truth";
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
      if (event.getRequest().getUrl().endsWith(LoadRuns.BATCH)) {
        requests.incrementAndGet();
        ids.addAndGet(ID.matcher(event.getRequest().getBodyAsString()).results().count());
      }
    }
  }

  @Test
  void threeProcessesAreOneLoad() throws Exception {
    var truth = new Truth();
    var server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .extensions(new PresenceExtension(FakeOptions.defaults()))
                .extensions(truth));
    server.start();
    try {
      loadTogether("http://127.0.0.1:" + server.port());
    } finally {
      server.stop();
    }
    List<LoadResult> parts = new ArrayList<>();
    for (int shard = 1; shard <= SHARDS; shard++) {
      parts.add(ResultFiles.load(out(shard)));
    }
    LoadRuns.Ended ended = merge("sum", out(3), out(1), out(2));
    LoadResult merged = ResultFiles.load(folder.resolve("sum"));

    assertEquals(merged.verdict().exitCode(), ended.exitCode(), ended.printed());
    assertEquals(LoadVerdict.PASSED, merged.verdict(), merged.reasons()::toString);
    assertTrue(Files.readString(folder.resolve("sum/load-junit.xml")).contains("<testsuite "));
    assertTrue(Files.readString(folder.resolve("sum/index.html")).contains("merged    3 shards"));

    // The server saw the warm-up, too: as many as the plan has in its seconds.
    Operation sum = merged.operations().get(0);
    assertEquals(RATE * SECONDS, sum.requests());
    assertEquals(truth.requests.get() - RATE * WARM_UP, sum.requests());
    assertEquals(truth.ids.get() - (long) RATE * WARM_UP * BATCH, sum.items().asked());
    assertEquals(sum.items().asked(), sum.items().served());

    assertEquals(total(parts, Operation::requests), sum.requests());
    assertEquals(total(parts, Operation::ok), sum.ok());
    assertEquals(total(parts, each -> each.items().served()), sum.items().served());
    assertEquals(total(parts, each -> each.statuses().get("200")), sum.statuses().get("200"));
    assertEquals(sum.requests(), merged.timeline().stream().mapToLong(Second::reached).sum());
    for (Second second : merged.timeline()) {
      assertEquals(RATE, second.asked(), "in second " + second.second());
    }

    Histogram all = new Histogram(3);
    for (LoadResult part : parts) {
      all.add(decoded(part.operations().get(0).histogram()));
    }
    assertEquals(sum.requests(), all.getTotalCount());
    assertEquals(millis(all, 50), sum.latencyMillis().p50());
    assertEquals(millis(all, 99), sum.latencyMillis().p99());
    assertEquals(all.getMaxValue() / 1e3, sum.latencyMillis().max());
  }

  @Test
  void aSumOfAPartIsRefused() throws Exception {
    LoadRuns.Ended ended = merge("sum", folder.resolve("nowhere"));
    assertEquals(2, ended.exitCode());
    assertEquals(
        "rollcall: "
            + folder.resolve("nowhere").resolve("load.json")
            + ": there is no such file; run load again",
        ended.printed().strip());
  }

  @Test
  void aMachineWhoseClockIsWrongDoesNotStart() throws Exception {
    String then =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC));
    String answer = "HTTP/1.1 404 No\r\nDate: " + then + "\r\nContent-Length: 0\r\n\r\n";
    Path users = Files.write(folder.resolve("users"), List.of("a", "b", "c"));
    try (RawServer late = RawServer.everywhere(RawServer.says(answer))) {
      LoadRuns.Ended ended =
          LoadRuns.run(
              folder,
              "--target=" + late.url(),
              "--allow-load=127.0.0.1",
              "--users=" + users,
              "--batch=3",
              "--start-at=" + Instant.now().plusSeconds(60));
      assertEquals(2, ended.exitCode(), ended.printed());
      assertTrue(
          ended.printed().contains("s behind this machine's, give or take "), ended.printed());
      assertFalse(ended.printed().contains("\tat "), ended.printed());
    }
  }

  private void loadTogether(String target) throws Exception {
    String start = Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.MILLIS).toString();
    List<CompletableFuture<LoadRuns.Ended>> runs = new ArrayList<>();
    for (int shard = 1; shard <= SHARDS; shard++) {
      Path own = Files.createDirectories(out(shard).getParent());
      String part = "--shard=" + shard + "/" + SHARDS;
      runs.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return LoadRuns.run(
                      own,
                      part,
                      "--start-at=" + start,
                      "--target=" + target,
                      "--rate=" + RATE,
                      "--batch=" + BATCH,
                      "--duration=" + SECONDS + "s");
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    for (CompletableFuture<LoadRuns.Ended> run : runs) {
      LoadRuns.Ended ended = run.get();
      assertEquals(0, ended.exitCode(), ended.printed());
    }
  }

  private Path out(int shard) {
    return folder.resolve("machine-" + shard).resolve("out");
  }

  private LoadRuns.Ended merge(String out, Path... shards) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "rollcall.jar").toAbsolutePath().toString(),
                "merge",
                "--out=" + out));
    for (Path shard : shards) {
      command.add(shard.toString());
    }
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new LoadRuns.Ended(process.waitFor(), printed);
  }

  private static long total(List<LoadResult> parts, ToLongFunction<Operation> figure) {
    return parts.stream().mapToLong(each -> figure.applyAsLong(each.operations().get(0))).sum();
  }

  private static double millis(Histogram histogram, double percentile) {
    return Math.min(histogram.getValueAtPercentile(percentile), histogram.getMaxValue()) / 1e3;
  }

  private static Histogram decoded(String histogram) throws DataFormatException {
    return Histogram.decodeFromCompressedByteBuffer(
        ByteBuffer.wrap(Base64.getDecoder().decode(histogram)), 0);
  }
}
