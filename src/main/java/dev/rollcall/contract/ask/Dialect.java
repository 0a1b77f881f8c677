package dev.rollcall.contract.ask;

import dev.rollcall.definition.Spelling;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which spelling of presence values a target keeps to: the one asked for, or the first that it
 * shows.
 */
final class Dialect {
  private final Optional<Spelling> asked;
  private final AtomicReference<Spelling> first = new AtomicReference<>();

  private Dialect(Optional<Spelling> asked) {
    this.asked = asked;
  }

  /**
   * @throws dev.rollcall.target.InvalidSetting if it is none of any, pascal, documented
   */
  static Dialect of(Settings settings) {
    String name = settings.value(Setting.DIALECT).orElse("any");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "any" -> new Dialect(Optional.empty());
      case "pascal" -> new Dialect(Optional.of(Spelling.PASCAL));
      case "documented" -> new Dialect(Optional.of(Spelling.DOCUMENTED));
      default -> throw Settings.invalid(Setting.DIALECT, name, "give any, pascal or documented");
    };
  }

  boolean accepts(Spelling spelling) {
    return asked.orElseGet(() -> firstSeen(spelling)) == spelling;
  }

  private Spelling firstSeen(Spelling spelling) {
    first.compareAndSet(null, spelling);
    return first.get();
  }

  @Override
  public String toString() {
    return asked.map(spelling -> spelling.name().toLowerCase(Locale.ROOT)).orElse("any");
  }
}
