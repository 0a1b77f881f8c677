package dev.rollcall.load;

import dev.rollcall.load.plan.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a search for the greatest rate that holds goes next, from what was tried so far. It rises
 * until a rate does not hold, then halves the way between the last that did and the first that did
 * not. What does not hold is tried once more: on a busy machine any single try may miss.
 */
record Climb(Search search, List<Tried> tried) {
  /** Greatest share of the rate that broke by which the one that held may lie below it. */
  private static final double NEAR = 0.1;

  private static final double JUST_BELOW = 0.9;
  private static final int FINE_BELOW = 100;
  private static final int MOST_HOLDS = 2;

  Climb {
    tried = List.copyOf(tried);
  }

  /** What became of a rate. */
  enum Outcome {
    HELD,
    BROKE,
    /** The generator could not drive it, so that nothing is known of the target. */
    UNDRIVEN
  }

  /** A rate, in requests a second, and what became of it. */
  record Tried(double rate, Outcome outcome) {}

  /** The rate to try next; empty when the search is over. */
  Optional<Double> next() {
    if (tried.isEmpty()) {
      return Optional.of(Math.min(search.start(), search.most()));
    }
    Tried last = tried.get(tried.size() - 1);
    if (last.outcome() != Outcome.HELD && times(last.rate()) == 1) {
      return Optional.of(last.rate());
    }
    if (last.outcome() == Outcome.UNDRIVEN) {
      return Optional.empty();
    }
    Optional<Double> broke = broke();
    return broke.isPresent() ? between(held(), broke.get()) : above(held());
  }

  private Optional<Double> above(double held) {
    return held >= search.most()
        ? Optional.empty()
        : Optional.of(Math.min(search.most(), rounded(held * search.factor())));
  }

  private Optional<Double> between(double held, double broke) {
    if (held == 0 || broke - held <= NEAR * broke) {
      return Optional.empty();
    }
    return Optional.of(rounded(Math.sqrt(held * broke))).filter(mid -> mid > held && mid < broke);
  }

  /** The greatest rate that held; 0 if none did. */
  double held() {
    return settled().entrySet().stream()
        .filter(each -> each.getValue() == Outcome.HELD)
        .mapToDouble(Map.Entry::getKey)
        .max()
        .orElse(0);
  }

  /** The least rate that broke, and did so again. */
  Optional<Double> broke() {
    return least(Outcome.BROKE);
  }

  /** The rate that the generator could not drive, nor when it tried again. */
  Optional<Double> undriven() {
    return least(Outcome.UNDRIVEN);
  }

  /**
   * The rate to hold for longer: the one that was found, and just below it if that breaks.
   *
   * @param holds those so far
   * @return empty when it is known whether one is confirmed
   */
  Optional<Double> hold(List<Tried> holds) {
    if (holds.isEmpty()) {
      return Optional.of(held()).filter(rate -> rate > 0);
    }
    Tried last = holds.get(holds.size() - 1);
    if (last.outcome() == Outcome.HELD || holds.size() == MOST_HOLDS) {
      return Optional.empty();
    }
    return Optional.of(
        last.outcome() == Outcome.BROKE ? rounded(JUST_BELOW * last.rate()) : last.rate());
  }

  private long times(double rate) {
    return tried.stream().filter(each -> each.rate() == rate).count();
  }

  private Optional<Double> least(Outcome outcome) {
    return settled().entrySet().stream()
        .filter(each -> each.getValue() == outcome)
        .map(Map.Entry::getKey)
        .min(Double::compare);
  }

  /** What became of each rate when it was tried last. */
  private Map<Double, Outcome> settled() {
    var settled = new LinkedHashMap<Double, Outcome>();
    tried.forEach(each -> settled.put(each.rate(), each.outcome()));
    return settled;
  }

  /** As people name rates: nobody asks for 151.87 a second. */
  private static double rounded(double rate) {
    return rate < FINE_BELOW ? Math.round(10 * rate) / 10.0 : Math.round(rate);
  }
}
