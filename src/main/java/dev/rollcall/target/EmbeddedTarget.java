package dev.rollcall.target;

import dev.rollcall.fake.CannotStart;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;

/** The fake in this JVM, for when no target is named. */
final class EmbeddedTarget {
  private EmbeddedTarget() {}

  static PresenceFake start(Settings settings, FakeOptions options) {
    try {
      return PresenceFake.start(options.withFaults(settings.list(Setting.FAULT)));
    } catch (CannotStart e) {
      throw new InvalidSetting(e.getMessage());
    }
  }
}
