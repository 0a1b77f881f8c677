package dev.rollcall.report.page;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Compared;
import dev.rollcall.report.result.LoadResult.Comparison;
import dev.rollcall.report.result.LoadResult.Generator;
import dev.rollcall.report.result.LoadResult.Trend;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.text.Figures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the figures of a load run mean, for readers who did not plan it. */
public final class LoadWords {
  /** Facts of the machine that are named for programs. */
  private static final Map<String, String> FACTS = Map.of("heapMebibytes", "heap");

  private LoadWords() {}

  /** What the load figures are figures of, since a fake is not the service. */
  public static String measured(LoadResult load) {
    return switch (load.measured()) {
      case "embedded" ->
          "Rollcall's own fake, in the same JVM as the load generator. This is not the service:"
              + " the figures show that the harness works and what it costs.";
      case "process" ->
          "Rollcall's own fake, in another process on this machine. This is not the service: the"
              + " figures show what the fake can bear.";
      default -> "a service reached over the network, with the way there and back.";
    };
  }

  /** A quantile of a number of requests, or a dash where they are too few to have one. */
  public static String quantile(double millis, double quantile, long requests) {
    return LoadPage.has(quantile, requests) ? Figures.number(millis) : "\u2013";
  }

  /** What a dash in a table of so many requests means; empty where there is none. */
  public static String dash(long requests) {
    return LoadPage.has(0.999, requests) ? "" : "; \u2013 where these are too few";
  }

  /** What a comparison says of a figure. */
  public static String trend(Trend trend) {
    return switch (trend) {
      case SAME -> "no worse";
      case BETTER -> "better";
      case WORSE -> "worse";
      case INSUFFICIENT -> "INSUFFICIENT";
    };
  }

  /** The outcome of which a trend has the colours. */
  public static Outcome colour(Trend trend) {
    return switch (trend) {
      case SAME -> Outcome.SKIPPED;
      case BETTER -> Outcome.PASSED;
      case WORSE -> Outcome.FAILED;
      case INSUFFICIENT -> Outcome.KNOWN;
    };
  }

  /** What the whole comparison says. */
  public static String summary(Comparison comparison) {
    String worse = names(comparison, Trend.WORSE);
    String unsure = names(comparison, Trend.INSUFFICIENT);
    String first = worse.isEmpty() ? "Nothing is shown to be worse." : "Worse: " + worse + ".";
    return unsure.isEmpty()
        ? first
        : first + " INSUFFICIENT: too few samples to say anything of " + unsure + ".";
  }

  private static String names(Comparison comparison, Trend trend) {
    return comparison.figures().stream()
        .filter(figure -> figure.trend() == trend)
        .map(Compared::name)
        .collect(Collectors.joining(", "));
  }

  /** What the search for the capacity found. */
  public static String found(LoadResult.Capacity capacity) {
    if (capacity.perSecond() == 0) {
      return "No rate held.";
    }
    return "Held "
        + Figures.rate(capacity.perSecond())
        + (capacity.confirmed()
            ? ", confirmed by holding it once more, for longer."
            : ", not confirmed: it did not hold once more, for longer, or this was not tried.");
  }

  /** How many answers were validated. */
  public static String validation(Generator generator) {
    String answers = Figures.count(generator.validated(), "answer");
    return switch (generator.validation()) {
      case "all" -> "all: " + answers;
      case "sample" -> "a sample: " + answers;
      default -> "none";
    };
  }

  /** How long the target asked to wait. */
  public static String seconds(List<Double> values) {
    return values.isEmpty()
        ? "never told"
        : values.stream().map(Figures::span).collect(Collectors.joining(", "));
  }

  /** What a fact of the machine is called. */
  public static String fact(String name) {
    return FACTS.getOrDefault(name, name);
  }

  /** The value of a fact of the machine. */
  public static String value(String name, Object value) {
    if (!(value instanceof Number number)) {
      return String.valueOf(value);
    }
    String figure = Figures.count(number.longValue());
    return name.equals("heapMebibytes") ? figure + " MiB" : figure;
  }
}
