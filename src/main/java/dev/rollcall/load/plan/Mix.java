package dev.rollcall.load.plan;

import dev.rollcall.load.plan.Errand.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What requests ask for: the kinds by weight, and how many presences.
 *
 * @param weights above 0; at least one
 * @param fewest ids in a batch lookup
 * @param most ids in a batch lookup; each number between is as likely
 * @param bundle lookups in one {@code $batch}
 */
public record Mix(Map<Kind, Integer> weights, int fewest, int most, int bundle) {
  private static final long SEED = 8_202_611;

  public Mix {
    weights = new EnumMap<>(weights);
  }

  public static Mix ofBatches(int size) {
    return new Mix(Map.of(Kind.BATCH, 1), size, size, LoadPlan.MOST_PARTS);
  }

  Mix withBatch(int size) {
    return new Mix(weights, size, size, bundle);
  }

  boolean has(Kind kind) {
    return weights.containsKey(kind);
  }

  /** Whether all requests are alike. */
  boolean isUniform() {
    return weights.size() == 1 && (!has(Kind.BATCH) || fewest == most);
  }

  /** The most presences that one request asks for. */
  int greatest() {
    return weights.keySet().stream().mapToInt(this::greatest).max().orElse(1);
  }

  private int greatest(Kind kind) {
    return switch (kind) {
      case BATCH -> most;
      case BUNDLE -> bundle;
      case SINGLE, WRITE -> 1;
    };
  }

  Errand errand(long key) {
    if (isUniform()) {
      Kind kind = weights.keySet().iterator().next();
      return new Errand(kind, greatest(kind));
    }
    var random = new SplittableRandom(SEED + key);
    Kind kind = kind(random);
    return new Errand(kind, kind == Kind.BATCH ? random.nextInt(fewest, most + 1) : greatest(kind));
  }

  private Kind kind(SplittableRandom random) {
    int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<Kind, Integer> each : weights.entrySet()) {
      left -= each.getValue();
      if (left < 0) {
        return each.getKey();
      }
    }
    throw new IllegalStateException("weights add up to less than their sum");
  }

  /** The size of a kind, for people. */
  String size(Kind kind) {
    return switch (kind) {
      case BATCH -> (fewest == most ? "" : fewest + " to ") + most + " ids each";
      case SINGLE -> "1 id each";
      case BUNDLE -> bundle + " lookups each";
      case WRITE -> "one write and one lookup each";
    };
  }
}
