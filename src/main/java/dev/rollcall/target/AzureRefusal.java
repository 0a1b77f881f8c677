package dev.rollcall.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in one line why no token came, whatever the identity library throws, and after some time
 * that none came at all: the library retries in places that cannot be reached.
 *
 * @param who asked for the token, and where
 * @param authority the login host
 * @param secrets that may not be repeated
 */
record AzureRefusal(String who, String authority, Route route, List<String> secrets) {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final int LONGEST = 300;

  /** Where the library stops to tell the reason and names a page of its maker's. */
  private static final Pattern ADVICE = Pattern.compile("\\s*To (further )?mitigate this issue.*");

  /**
   * What the source gives.
   *
   * @throws InvalidSetting if it gives nothing
   */
  <T> T unless(Supplier<T> source) {
    var asked = new CompletableFuture<T>();
    Thread thread = new Thread(() -> complete(asked, source), "rollcall-azure");
    thread.setDaemon(true);
    thread.start();
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw because(e.getCause());
    } catch (TimeoutException e) {
      throw refusal("nothing came within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal("it was interrupted");
    }
  }

  private static <T> void complete(CompletableFuture<T> asked, Supplier<T> source) {
    try {
      asked.complete(source.get());
    } catch (RuntimeException | LinkageError e) {
      asked.completeExceptionally(e);
    }
  }

  private InvalidSetting because(Throwable problem) {
    List<Throwable> causes =
        Stream.iterate(problem, cause -> cause != null, Throwable::getCause).toList();
    for (Throwable cause : causes) {
      if (cause instanceof InvalidSetting invalid) {
        return invalid;
      }
      if (cause instanceof Unreachable) {
        return refusal(cause.getMessage());
      }
    }
    if (Unreachable.isNobodyThere(problem) && route.proxyFor(URI.create(authority)).isEmpty()) {
      return refusal("nothing answers at " + authority);
    }
    return refusal(
        route.obstacle(problem, URI.create(authority)).orElseGet(() -> lastReason(causes)));
  }

  /** Who throws first knows best; what is around it repeats that. */
  private static String lastReason(List<Throwable> causes) {
    return causes.stream()
        .map(Throwable::getMessage)
        .filter(message -> message != null && !message.isBlank())
        .reduce((outer, inner) -> inner)
        .orElseGet(() -> causes.get(causes.size() - 1).getClass().getSimpleName());
  }

  private InvalidSetting refusal(String reason) {
    String line = reason.strip().lines().findFirst().orElse("");
    String told = ADVICE.matcher(line).replaceFirst("");
    for (String secret : secrets) {
      told = told.replace(secret, "***");
    }
    return new InvalidSetting(
        who
            + " gives no token: "
            + (told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "\u2026"));
  }
}
