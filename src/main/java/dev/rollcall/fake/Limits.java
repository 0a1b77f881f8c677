package dev.rollcall.fake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which budgets are kept: documented ones by their names, or one of the user's own.
 *
 * @param names those of section 4 of the facts file: {@code read-api}, {@code presence}
 */
record Limits(List<String> names, Optional<Budget> own) {
  static final Limits NONE = new Limits(List.of(), Optional.empty());

  private static final Duration WINDOW = Duration.ofSeconds(30);

  /**
   * @throws IllegalArgumentException if there is no budget of one of the names
   */
  static Limits named(List<String> names) {
    Limits limits = new Limits(names.stream().distinct().toList(), Optional.empty());
    limits.budgets();
    return limits;
  }

  static Limits own(int requests, Duration window) {
    return new Limits(List.of(), Optional.of(new Budget(Optional.empty(), requests, window)));
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
