package dev.rollcall.load;

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
    Shape shape =
        named
            .shape()
            .orElseThrow(
                () ->
                    Settings.invalid(
                        Setting.PROFILE,
                        named.name(),
                        "it searches for a rate, which this version cannot do; give one that keeps"
                            + " to a rate, such as steady or ramp"));
    Optional<Double> rate = settings.number(Setting.RATE, LoadPlan.FASTEST);
    if (rate.isPresent()) {
      shape = shape.peakingAt(rate.get());
    }
    Optional<Integer> seconds = settings.value(Setting.DURATION).map(PlannedProfile::seconds);
    if (seconds.isPresent()) {
      shape = shape.lasting(seconds.get());
    }
    Profile profile = named.with(shape);
    Optional<Double> batch = settings.number(Setting.BATCH, LoadPlan.MOST_IDS);
    if (batch.isPresent()) {
      profile = profile.with(profile.mix().withBatch(whole(batch.get())));
    }
    Optional<Validation> validation = Validation.of(settings);
    if (validation.isPresent()) {
      profile = profile.with(validation.get());
    }
    List<String> quota = settings.list(Setting.QUOTA);
    return quota.isEmpty() ? profile : profile.withQuota(quota);
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
