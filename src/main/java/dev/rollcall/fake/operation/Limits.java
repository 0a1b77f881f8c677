package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.GraphOperation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which budgets are kept: documented ones by their names, or one of the user's own.
 *
 * @param names those of section 4 of the facts file: {@code read-api}, {@code presence}
 * @param spent how many requests of each budget an application has made when it first calls, so
 *     that one need not send 1,500 to see what follows
 */
public record Limits(List<String> names, Optional<Budget> own, int spent) {
  static final Limits NONE = new Limits(List.of(), Optional.empty(), 0);

  private static final Duration WINDOW = Duration.ofSeconds(30);

  /**
   * @throws IllegalArgumentException if there is no budget of one of the names
   */
  public static Limits named(List<String> names) {
    Limits limits = new Limits(names.stream().distinct().toList(), Optional.empty(), 0);
    limits.budgets();
    return limits;
  }

  public static Limits own(int requests, Duration window) {
    return new Limits(List.of(), Optional.of(new Budget(Optional.empty(), requests, window)), 0);
  }

  /** The same with so many requests already made. */
  public Limits spent(int requests) {
    return new Limits(names, own, requests);
  }

  List<Budget> budgets() {
    return Stream.concat(names.stream().flatMap(Limits::documented), own.stream()).toList();
  }

  private static Stream<Budget> documented(String name) {
    return switch (name) {
      case "read-api" ->
          GraphOperation.all()
              .filter(GraphOperation::reads)
              .map(operation -> new Budget(Optional.of(operation), 1_500, WINDOW));
      case "presence" -> Stream.of(new Budget(Optional.empty(), 10_000, WINDOW));
      default ->
          throw new IllegalArgumentException(
              "there is no throttle '" + name + "'; give read-api or presence");
    };
  }
}
