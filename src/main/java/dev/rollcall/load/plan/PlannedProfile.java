package dev.rollcall.load.plan;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.List;
import java.util.Optional;

/** The profile that the settings name, with what they give in its place. */
final class PlannedProfile {
  private PlannedProfile() {}

  /**
   * @throws dev.rollcall.target.InvalidSetting if a setting is out of range or cannot be read
   */
  static Profile of(Settings settings) {
    Profile named = ProfileBlock.named(settings);
    Profile profile =
        named
            .search()
            .map(search -> named.with(searching(settings, search)))
            .orElseGet(() -> named.with(shaped(settings, named.shape().orElseThrow())));
    Optional<Double> batch = settings.number(Setting.BATCH, LoadPlan.MOST_IDS);
    if (batch.isPresent()) {
      if (!profile.mix().has(Errand.Kind.BATCH)) {
        throw Settings.invalid(
            Setting.BATCH,
            LoadPlan.plain(batch.get()),
            "profile " + named.name() + " makes no batch lookups; leave it out");
      }
      profile = profile.with(profile.mix().withBatch(whole(batch.get())));
    }
    Optional<Validation> validation = Validation.of(settings);
    if (validation.isPresent()) {
      profile = profile.with(validation.get());
    }
    List<String> quota = settings.list(Setting.QUOTA).stream().distinct().toList();
    return quota.isEmpty() ? profile : profile.withQuota(quota);
  }

  private static Shape shaped(Settings settings, Shape named) {
    Shape shape = rate(settings).map(named::peakingAt).orElse(named);
    return seconds(settings).map(shape::lasting).orElse(shape);
  }

  /** What holds for one rate does so for its bound. */
  private static Search searching(Settings settings, Search named) {
    for (Setting setting : List.of(Setting.BASELINE, Setting.SHARD)) {
      settings
          .value(setting)
          .ifPresent(
              given -> {
                throw Settings.invalid(
                    setting,
                    given,
                    "leave it out: the profile searches for a rate, which is another each time");
              });
    }
    Search search = rate(settings).map(named::upTo).orElse(named);
    return seconds(settings).map(search::holding).orElse(search);
  }

  private static Optional<Double> rate(Settings settings) {
    return settings.number(Setting.RATE, LoadPlan.FASTEST);
  }

  private static Optional<Integer> seconds(Settings settings) {
    return settings.value(Setting.DURATION).map(PlannedProfile::seconds);
  }

  private static int seconds(String text) {
    int seconds = Length.seconds(text);
    if (seconds < 1 || seconds > LoadPlan.LONGEST_SECONDS) {
      throw Settings.invalid(
          Setting.DURATION, seconds + "s", "give 1s to " + LoadPlan.LONGEST_SECONDS + "s");
    }
    return seconds;
  }

  private static int whole(double number) {
    if (number != Math.rint(number)) {
      throw Settings.invalid(
          Setting.BATCH,
          LoadPlan.plain(number),
          "one request takes 1 to " + LoadPlan.MOST_IDS + " ids");
    }
    return (int) number;
  }
}
