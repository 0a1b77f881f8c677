package dev.rollcall.load.merge;

import dev.rollcall.load.measure.Micros;
import dev.rollcall.load.plan.Shard;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Addend;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The result of one part of a plan, as its folder holds it. */
record ShardResult(Path folder, LoadResult load, Shard shard, Addend addend) {

  /**
   * @throws dev.rollcall.report.result.UnreadableResult if the folder holds no result of this
   *     format
   * @throws InvalidSetting if it is none that can be added to others
   */
  static ShardResult in(Path folder) {
    LoadResult load = ResultFiles.load(folder);
    LoadResult.Shard told = load.shard();
    if (told == null) {
      throw refusal(folder, "that is a run by itself; name results of load --shard I/N");
    }
    Addend addend = told.addend();
    if (addend == null) {
      throw refusal(
          folder,
          "that run did not take place ("
              + String.join("; ", load.reasons())
              + "); run this shard again");
    }
    if (load.measuredEmbedded() || load.generator().fakeCpuSeconds() != null) {
      throw refusal(
          folder,
          "that run loaded a fake of its own, which no other shard did; run the shards with one"
              + " --target");
    }
    if (load.capacity() != null || load.throttling() != null) {
      throw refusal(
          folder,
          "what profile "
              + load.profile().name()
              + " finds belongs to one machine and cannot be added; run another profile");
    }
    var result = new ShardResult(folder, load, new Shard(told.index(), told.of()), addend);
    result.requireHistograms();
    return result;
  }

  private void requireHistograms() {
    try {
      load.operations()
          .forEach(
              each -> {
                Micros.decoded(each.histogram());
                Micros.decoded(each.intendedHistogram());
              });
      load.timeline().forEach(each -> Micros.decoded(each.histogram()));
      Micros.decoded(load.generator().lagHistogram());
    } catch (IllegalArgumentException e) {
      throw refusal(folder, e.getMessage() + "; run this shard again");
    }
  }

  /** In what it is of another plan than these; empty if it is of the same. */
  Optional<String> difference(ShardResult other) {
    if (shard.of() != other.shard.of()) {
      return differing("number of shards", shard.of(), other.shard.of());
    }
    if (!load.profile().name().equals(other.load.profile().name())) {
      return differing("profile", load.profile().name(), other.load.profile().name());
    }
    if (!load.target().root().equals(other.load.target().root())) {
      return differing("target", load.target().root(), other.load.target().root());
    }
    if (!load.generator().validation().equals(other.load.generator().validation())) {
      return differing(
          "validation", load.generator().validation(), other.load.generator().validation());
    }
    for (int line = 0; line < addend.plan().size(); line++) {
      String theirs = line < other.addend.plan().size() ? other.addend.plan().get(line) : "nothing";
      if (!addend.plan().get(line).equals(theirs)) {
        return differing("plan", addend.plan().get(line), theirs);
      }
    }
    return Objects.equals(addend.objectives(), other.addend.objectives())
            && load.timeline().size() == other.load.timeline().size()
        ? Optional.empty()
        : differing("plan", addend.objectives(), other.addend.objectives());
  }

  private static Optional<String> differing(String what, Object mine, Object theirs) {
    return Optional.of("its " + what + " is '" + mine + "', that of the first '" + theirs + "'");
  }

  /** When it began, by the target's clock as far as that is known for certain. */
  Instant startedAt() {
    return addend.clock() == null
        ? addend.startedAt()
        : addend.startedAt().plus(Duration.ofMillis(Math.round(addend.clock().certainMillis())));
  }

  /** Such as "shard 2/3". */
  String name() {
    return "shard " + shard;
  }

  static InvalidSetting refusal(Path folder, String why) {
    return new InvalidSetting(folder + ": " + why);
  }
}
