package dev.rollcall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Asks a server for many presences at a fixed rate, whether earlier answers are there or not, and
 * prints the milliseconds from when each request was due: the median and the 99th percentile.
 */
final class OpenRate {
  private static final double PER_MILLI = 1e6;
  private static final int DIGITS = 3;

  private OpenRate() {}

  /**
   * @param args the address, a file of bodies, one a line, requests a second, and for how many
   *     seconds; what this process sends in the first half of them, still cold, does not count
   */
  public static void main(String[] args) throws IOException {
    URI address = URI.create(args[0]);
    List<String> bodies = Files.readAllLines(Path.of(args[1]));
    long apart = TimeUnit.SECONDS.toNanos(1) / Integer.parseInt(args[2]);
    int count = Integer.parseInt(args[2]) * Integer.parseInt(args[3]);
    var nanos = new ConcurrentHistogram(DIGITS);
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<CompletableFuture<?>> sent = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * apart;
      boolean counts = i > count / 2;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer opaque")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(bodies.get(i % bodies.size())))
              .build();
      sent.add(
          http.sendAsync(request, BodyHandlers.ofByteArray())
              .thenAccept(
                  answer -> {
                    require(answer);
                    if (counts) {
                      nanos.recordValue(System.nanoTime() - due);
                    }
                  }));
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    System.out.printf(
        "%.2f %.2f%n",
        nanos.getValueAtPercentile(50) / PER_MILLI, nanos.getValueAtPercentile(99) / PER_MILLI);
  }

  private static void require(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
  }
}
