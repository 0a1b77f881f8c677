package dev.rollcall.load;

import dev.rollcall.report.result.LoadResult.ClockOffset;
import dev.rollcall.target.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the clock of this machine with the {@code Date} header of an answer, whatever its
 * status. The header has whole seconds, so that half a second either way remains open, and half of
 * the time that the answer took.
 */
final class ClockProbe {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final long SECOND_MILLIS = 1_000;

  private final Route route;
  private final URI address;
  private final InstantSource clock;

  /**
   * @param root of the target's version; asked without a token
   * @param clock of this machine
   */
  ClockProbe(Route route, String root, InstantSource clock) {
    this.route = route;
    this.address = URI.create(root);
    this.clock = clock;
  }

  /**
   * Empty where no answer names a time.
   *
   * @throws InterruptedException if the thread is
   */
  Optional<ClockOffset> offset() throws InterruptedException {
    HttpClient client = route.client().build();
    // The first one waits for the connection as well, which blurs it.
    return Stream.of(asked(client), asked(client))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(ClockOffset::uncertaintyMillis));
  }

  private Optional<ClockOffset> asked(HttpClient client) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(DEADLINE).build();
    Instant asked = clock.instant();
    try {
      Optional<String> date =
          client.send(request, BodyHandlers.discarding()).headers().firstValue("Date");
      Instant answered = clock.instant();
      return date.flatMap(text -> between(text, asked, answered));
    } catch (IOException e) {
      return Optional.empty(); // whether the target answers at all is the run's to find out
    }
  }

  /** The header was written between the two moments, somewhere within the second that it names. */
  static Optional<ClockOffset> between(String date, Instant asked, Instant answered) {
    try {
      Instant named = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      double least = Duration.between(answered, named).toMillis();
      double most = Duration.between(asked, named).toMillis() + SECOND_MILLIS;
      return Optional.of(new ClockOffset((least + most) / 2, (most - least) / 2));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
