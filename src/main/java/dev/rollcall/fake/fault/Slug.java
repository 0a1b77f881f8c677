package dev.rollcall.fake.fault;

import dev.rollcall.presence.Pair;
import java.util.Locale;

/** Names of faults from names of values: {@code InACall} becomes {@code in-a-call}. */
final class Slug {
  private Slug() {}

  static String of(Pair pair) {
    return of(pair.availability().text()) + "-" + of(pair.activity().text());
  }

  /** Of {@code READ_ALL}: {@code read-all}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String of(String camelCase) {
    return camelCase.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
