package dev.rollcall.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.admin.AdminTask;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The fake in a process of its own until it is ended, which also tells when each batch lookup came
 * and how long it took, by the clock of the server: what a load tool reports is compared with it.
 */
final class TruthServer {
  private static final int USERS = 10_000;
  // Each holds an answer back for as long as it is late: 13 do at once, on average.
  private static final int THREADS = 100;
  private static final String BATCH = "/communications/getPresencesByUserId";

  private TruthServer() {}

  /**
   * @param args the file for the address
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Truth truth = new Truth();
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(THREADS)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .maxLoggedResponseSize(0)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .extensions(new PresenceExtension(FakeOptions.defaults().withUsers(USERS)))
                .extensions(truth, new Lookups(truth)));
    server.start();
    Files.writeString(Path.of(args[0]), "http://127.0.0.1:" + server.port());
    Thread.currentThread().join();
  }

  /** A line for each lookup: milliseconds since the epoch when it came, and microseconds taken. */
  private static final class Truth implements ServeEventListener {
    private final Map<UUID, Long> begun = new ConcurrentHashMap<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public String getName() {
      return "truth";
    }

    @Override
    public void beforeMatch(ServeEvent event, Parameters parameters) {
      begun.put(event.getId(), System.nanoTime());
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
      long ended = System.nanoTime();
      Long start = begun.remove(event.getId());
      if (start != null && event.getRequest().getUrl().endsWith(BATCH)) {
        long micros = TimeUnit.NANOSECONDS.toMicros(ended - start);
        lines.add(event.getRequest().getLoggedDate().getTime() + " " + micros);
      }
    }

    String told() {
      return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    void forget() {
      lines.clear();
    }
  }

  /** {@code GET /__admin/lookups} tells them, {@code DELETE} forgets them. */
  private static final class Lookups implements AdminApiExtension {
    private final Truth truth;

    Lookups(Truth truth) {
      this.truth = truth;
    }

    @Override
    public String getName() {
      return "lookups";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
      router.add(RequestMethod.GET, "/lookups", new Told(truth));
      router.add(RequestMethod.DELETE, "/lookups", new Forgotten(truth));
    }
  }

  private record Told(Truth truth) implements AdminTask {
    @Override
    public ResponseDefinition execute(Admin admin, ServeEvent event, PathParams path) {
      return new ResponseDefinitionBuilder().withStatus(200).withBody(truth.told()).build();
    }
  }

  private record Forgotten(Truth truth) implements AdminTask {
    @Override
    public ResponseDefinition execute(Admin admin, ServeEvent event, PathParams path) {
      truth.forget();
      return new ResponseDefinitionBuilder().withStatus(200).build();
    }
  }
}
