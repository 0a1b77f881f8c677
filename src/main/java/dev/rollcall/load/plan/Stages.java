package dev.rollcall.load.plan;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One stage after another. */
public record Stages(List<Stage> stages) implements Shape {
  // A sum of thirds may be a hair above a whole number, and is not one request more.
  private static final double HAIR = 1e-6;

  public Stages {
    stages = List.copyOf(stages);
  }

  public static Stages constant(double rate, int seconds) {
    return new Stages(List.of(Stage.constant(rate, seconds)));
  }

  @Override
  public int seconds() {
    return stages.stream().mapToInt(Stage::seconds).sum();
  }

  @Override
  public double peak() {
    return stages.stream().mapToDouble(Stage::peak).max().orElse(0);
  }

  @Override
  public Stages peakingAt(double rate) {
    double factor = rate / peak();
    return stages.size() == 1 && stages.get(0).from() == stages.get(0).to()
        ? constant(rate, seconds())
        : new Stages(stages.stream().map(stage -> stage.times(factor)).toList());
  }

  @Override
  public Stages lasting(int seconds) {
    int count = stages.size();
    if (seconds < count) {
      throw Settings.invalid(
          Setting.DURATION,
          seconds + "s",
          "the profile has " + count + " stages; give " + count + "s or more");
    }
    List<Stage> stretched = new ArrayList<>();
    double before = 0;
    int end = 0;
    for (int i = 0; i < count; i++) {
      before += stages.get(i).seconds();
      int start = end;
      int ideal = (int) Math.round(before * seconds / seconds());
      end = Math.max(start + 1, Math.min(ideal, seconds - (count - 1 - i)));
      stretched.add(stages.get(i).lasting(end - start));
    }
    return new Stages(stretched);
  }

  @Override
  public Arrivals arrivals(int warmUpSeconds) {
    long[] first = new long[warmUpSeconds + seconds() + 1];
    double start = stages.get(0).from();
    for (int second = 0; second <= warmUpSeconds; second++) {
      first[second] = whole(start * second);
    }
    double before = start * warmUpSeconds;
    int second = warmUpSeconds;
    for (Stage stage : stages) {
      for (int time = 1; time <= stage.seconds(); time++) {
        first[++second] = whole(before + stage.within(time));
      }
      before += stage.within(stage.seconds());
    }
    return Arrivals.counted(first);
  }

  /** The first request leaves at once, the next when the rate adds up to one more. */
  private static long whole(double requests) {
    return (long) Math.ceil(requests - HAIR);
  }

  @Override
  public String describe() {
    return stages.stream().map(Stage::describe).collect(Collectors.joining("; "));
  }
}
