package dev.rollcall.load.plan;

import dev.rollcall.load.plan.Errand.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan in a few lines, for people; the same in every language. */
final class PlanText {
  private PlanText() {}

  static List<String> lines(LoadPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "profile   %s, open model, %d s after %d s of warm-up",
            plan.profile(), plan.seconds(), plan.warmUpSeconds()));
    lines.add(
        plan.search()
            .map(search -> "search    " + search.describe() + "; what follows is the most of it")
            .orElseGet(() -> "rate      " + plan.shape().describe()));
    lines.add(
        line("requests  %,d recorded, %,d in all", plan.measuredRequests(), plan.allRequests()));
    kinds(plan)
        .forEach(
            (kind, count) ->
                lines.add(line("%-9s %,d of %s", kind.label(), count, plan.mix().size(kind))));
    lines.add(line("items     %,d presences recorded", plan.measuredItems()));
    lines.add("holds     " + plan.objectives().describe());
    plan.beyond()
        .map(
            beyond ->
                line(
                    "after     %d refused lookups again, as Retry-After says, for up to %d s",
                    beyond.clients(), beyond.patienceSeconds()))
        .ifPresent(lines::add);
    if (plan.zipf() > 0) {
      lines.add(
          "users     some more often than others, Zipf with exponent "
              + LoadPlan.plain(plan.zipf()));
    }
    if (!plan.shard().isWhole()) {
      lines.add("shard     " + plan.shard() + ", requests, users and budgets divided");
    }
    plan.startAt().ifPresent(instant -> lines.add("start     at " + instant));
    return List.copyOf(lines);
  }

  private static Map<Kind, Long> kinds(LoadPlan plan) {
    var counts = new EnumMap<Kind, Long>(Kind.class);
    if (plan.mix().isUniform()) {
      counts.put(plan.errand(0).kind(), plan.allRequests());
    } else {
      for (long index = 0; index < plan.allRequests(); index++) {
        counts.merge(plan.errand(index).kind(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
