package dev.rollcall.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/**
 * Asks servers in turns for many presences at a fixed rate, whether earlier answers are there or
 * not, and prints for each turn the milliseconds from when each request was due: the median and the
 * 99th percentile.
 *
 * <p>What asks must not stall itself, or its own stalls are what it measures: one process for all
 * turns, whose first ones do not count, threads and connections that stay, and no answer kept.
 */
final class OpenRate {
  private static final double PER_MILLI = 1e6;
  private static final int DIGITS = 3;

  /** When so many answers are missing, the next request is sent late, and that counts. */
  private static final int ASKERS = 32;

  private static final int FIRST_ID = "{\"ids\":[\"".length();
  private static final int ID = 36;

  private final URI address;
  private final boolean writes;
  private final List<String> lists;

  private OpenRate(URI address, boolean writes, List<String> lists) {
    this.address = address;
    this.writes = writes;
    this.lists = lists;
  }

  /**
   * @param args the folder that {@link CostServer} wrote to, requests a second, seconds of a turn,
   *     turns, and which servers; every hundredth request to the fake is a write
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Path.of(args[0]);
    int rate = Integer.parseInt(args[1]);
    int count = rate * Integer.parseInt(args[2]);
    int turns = Integer.parseInt(args[3]);
    List<String> lists = Files.readAllLines(folder.resolve("lists"));
    ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
    try (CloseableHttpClient http =
        HttpClients.custom()
            .setMaxConnTotal(ASKERS * args.length)
            .setMaxConnPerRoute(ASKERS)
            .disableContentCompression()
            .build()) {
      for (int turn = 0; turn <= turns; turn++) {
        for (String server : List.of(args).subList(4, args.length)) {
          URI address = URI.create(Files.readString(folder.resolve(server)));
          ConcurrentHistogram nanos =
              new OpenRate(address, server.equals("fake"), lists).ask(http, askers, rate, count);
          if (turn > 0) {
            System.out.printf(
                "%s %.2f %.2f%n",
                server,
                nanos.getValueAtPercentile(50) / PER_MILLI,
                nanos.getValueAtPercentile(99) / PER_MILLI);
          }
        }
      }
    } finally {
      askers.shutdownNow();
    }
  }

  private ConcurrentHistogram ask(
      CloseableHttpClient http, ExecutorService askers, int rate, int count)
      throws InterruptedException, ExecutionException {
    var nanos = new ConcurrentHistogram(DIGITS);
    var next = new AtomicInteger();
    long apart = TimeUnit.SECONDS.toNanos(1) / rate;
    long start = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      all.add(
          askers.submit(
              () -> {
                byte[] buffer = new byte[1 << 16];
                for (int number = next.getAndIncrement();
                    number < count;
                    number = next.getAndIncrement()) {
                  HttpPost request = request(number);
                  long due = start + number * apart;
                  while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                  }
                  send(http, request, buffer);
                  nanos.recordValue(System.nanoTime() - due);
                }
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    return nanos;
  }

  private HttpPost request(int number) {
    int place = number % 100;
    return writes && place == 0
        ? write(list(number / 100), number / 100 % 2 == 0 ? "InACall" : "InAConferenceCall")
        : post(address, list(writes && place == 1 ? number / 100 : number));
  }

  private String list(int number) {
    return lists.get(number % lists.size());
  }

  /** To the first user of a list, for which the next request asks. */
  private HttpPost write(String list, String activity) {
    String id = list.substring(FIRST_ID, FIRST_ID + ID);
    return post(
        address.resolve("../users/" + id + "/presence/setPresence"),
        """
        {"sessionId":"22553876-f5ab-4529-bffb-cfe50aa89f87","availability":"Busy","activity":"%s"}"""
            .formatted(activity));
  }

  private static HttpPost post(URI address, String body) {
    HttpPost request = new HttpPost(address);
    request.setHeader("Authorization", "Bearer opaque");
    request.setHeader("Content-Type", "application/json");
    request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.US_ASCII)));
    return request;
  }

  private static void send(CloseableHttpClient http, HttpPost request, byte[] buffer)
      throws IOException {
    try (CloseableHttpResponse answer = http.execute(request)) {
      int status = answer.getStatusLine().getStatusCode();
      if (status != 200) {
        throw new IllegalStateException("status " + status + " from " + request.getURI());
      }
      if (answer.getEntity() != null) {
        try (InputStream body = answer.getEntity().getContent()) {
          while (body.read(buffer) >= 0) {
            // Not kept: what is kept has to be collected, in the middle of a turn.
          }
        }
      }
    }
  }
}
