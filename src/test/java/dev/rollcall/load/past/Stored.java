package dev.rollcall.load.past;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Generator;
import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.report.result.LoadResult.Lag;
import dev.rollcall.report.result.LoadResult.Operation;
import dev.rollcall.report.result.LoadResult.Quantiles;
import dev.rollcall.report.result.LoadResult.Second;
import dev.rollcall.report.result.LoadResult.Volume;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.TargetInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Results of made runs, as they lie in files. */
record Stored(String profile, String target, LoadVerdict verdict, Instant startedAt) {
  static final Stored USUAL =
      new Stored("steady", "staging", LoadVerdict.PASSED, Instant.parse("2026-11-01T10:00:00Z"));

  Stored at(Instant instant) {
    return new Stored(profile, target, verdict, instant);
  }

  Stored ofProfile(String name) {
    return new Stored(name, target, verdict, startedAt);
  }

  Stored ending(LoadVerdict other) {
    return new Stored(profile, target, other, startedAt);
  }

  /** Of 100 presences in each request. */
  LoadResult of(MadeRun run, long seed) {
    return of(run, run.timeline(seed));
  }

  LoadResult of(MadeRun run, List<Second> timeline) {
    long requests = (long) run.seconds() * run.perSecond();
    Volume volume = new Volume(requests, run.perSecond(), 100 * requests);
    Quantiles none = new Quantiles(0, 0, 0, 0, 0, 0, 0, 0);
    String histogram = timeline.get(0).histogram();
    return new LoadResult(
        LoadResult.FORMAT,
        LoadResult.KIND,
        startedAt,
        verdict,
        List.of(),
        "remote",
        new TargetInfo(target, "https://gw.example", false, List.of("v1.0"), List.of(), "any"),
        new LoadResult.Profile(profile, run.seconds(), 3, List.of()),
        volume,
        volume,
        List.of(
            new Operation(
                "getPresencesByUserId",
                requests,
                requests,
                Map.of(),
                none,
                none,
                new Items(0, 0, 0, 0, 0, 0),
                0,
                histogram,
                histogram)),
        timeline,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        new Generator(new Lag(0, 0, 0), 0, 0, 0, 0, null, "all", 0, 0, ""),
        Map.of(),
        Map.of());
  }
}
