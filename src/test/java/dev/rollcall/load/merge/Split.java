package dev.rollcall.load.merge;

import dev.rollcall.load.Beginning;
import dev.rollcall.load.ResultForm;
import dev.rollcall.load.judge.Observed;
import dev.rollcall.load.measure.Effort;
import dev.rollcall.load.measure.EffortMeter;
import dev.rollcall.load.measure.Recorder;
import dev.rollcall.load.measure.Sent;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Profile;
import dev.rollcall.load.plan.Shard;
import dev.rollcall.load.plan.Validation;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.TargetInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One made run, recorded by one recorder and by those of its parts: the same requests with the same
 * answers at the same moments.
 */
final class Split {
  static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

  private static final TargetInfo TARGET =
      new TargetInfo("there", "http://127.0.0.1:9", true, List.of("v1.0"), List.of(), "any");

  private static final String ONE_IS_MISSING = "{\"value\":[{\"id\":\"a\"}]}";

  private final Profile profile;
  private final int parts;
  private final Recorder whole;
  private final List<Recorder> recorders = new ArrayList<>();

  /**
   * @param share of the answers that are wrong in some way
   */
  Split(Profile profile, int parts, SplittableRandom random, double share) {
    this.profile = profile;
    this.parts = parts;
    LoadPlan plan = plan(Shard.WHOLE);
    this.whole = new Recorder(plan, new Unhurried());
    List<LoadPlan> plans =
        IntStream.rangeClosed(1, parts).mapToObj(part -> plan(new Shard(part, parts))).toList();
    plans.forEach(part -> recorders.add(new Recorder(part, new Unhurried())));
    for (long index = plan.allRequests() - plan.measuredRequests();
        index < plan.allRequests();
        index++) {
      Answer answer = Answer.drawn(random, share);
      int part = (int) (index % parts);
      // A part has distances of its own within each second.
      long intended = plans.get(part).offsetNanos(index / parts) / 1_000_000;
      whole.add(answer.lookup(index, intended));
      recorders.get(part).add(answer.lookup(index / parts, intended));
    }
  }

  private LoadPlan plan(Shard shard) {
    return LoadPlan.of(profile, shard);
  }

  private record Unhurried() implements EffortMeter {
    @Override
    public void restart() {
      // Spends nothing.
    }

    @Override
    public Effort spent() {
      return new Effort(1, 0, 0, 0);
    }
  }

  private record Answer(long lag, long took, int status, String body) {

    static Answer drawn(SplittableRandom random, double share) {
      long took = (long) (20 * Math.exp(random.nextGaussian()));
      long lag = random.nextInt(5);
      if (random.nextDouble() >= share) {
        return new Answer(lag, took, 200, "");
      }
      return switch (random.nextInt(4)) {
        case 0 -> new Answer(lag, took, 429, "{}");
        case 1 -> new Answer(lag, took, 503, "{}");
        case 2 -> new Answer(lag, took, 200, ONE_IS_MISSING);
        default -> new Answer(lag, 0, 0, "");
      };
    }

    Lookup lookup(long index, long intended) {
      if (status == 0) {
        return Sent.unanswered(index, intended, lag);
      }
      return body.isEmpty() && status == 200
          ? Sent.served(index, intended, lag, took)
          : Sent.answered(index, intended, lag, took, status, body);
    }
  }

  /** What one machine would have written. */
  LoadResult whole() {
    return result(whole, Shard.WHOLE, new Beginning(START, Optional.empty()), List.of());
  }

  LoadResult part(int part) {
    return part(part, new Beginning(START, Optional.empty()));
  }

  LoadResult part(int part, Beginning beginning, String... remarks) {
    return result(recorders.get(part - 1), new Shard(part, parts), beginning, List.of(remarks));
  }

  private LoadResult result(
      Recorder recorder, Shard shard, Beginning beginning, List<String> remarks) {
    var observed =
        new Observed(Validation.ALL, List.of(), Optional.empty(), remarks, Optional.empty());
    Recorder.Figures figures = recorder.figures();
    return new ResultForm(START, figures.plan(), TARGET, "process")
        .settled(figures, observed, Optional.empty(), Map.of("gatling", "9.9"))
        .asPart(shard.told(beginning.addend(figures, recorder.tookSeconds(), observed)));
  }

  /** The folders of all parts. */
  List<Path> written(Path folder) {
    List<Path> folders = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      folders.add(written(part(part), folder.resolve("shard-" + part)));
    }
    return folders;
  }

  static Path written(LoadResult result, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ResultFiles.write(result, folder);
    return folder;
  }
}
