package dev.rollcall.load.plan;

import java.util.List;
import java.util.Optional;

/**
 * A named injection shape, and what goes with it.
 *
 * @param shape empty where the profile searches for a rate
 * @param search empty where it keeps to a shape
 * @param zipf exponent by which some users are asked for more often; 0 for all alike
 * @param quota names of budgets that it has to keep on any target
 * @param beyond empty where it goes beyond no limit on purpose
 */
public record Profile(
    String name,
    int warmUpSeconds,
    Optional<Shape> shape,
    Optional<Search> search,
    Mix mix,
    double zipf,
    Validation validation,
    Objectives objectives,
    List<String> quota,
    Optional<Beyond> beyond) {
  static final String USUAL = "smoke";

  public Profile {
    quota = List.copyOf(quota);
  }

  /** One that asks for batches of one size at one rate. */
  static Profile plain(String name, double rate, int batch, int warmUpSeconds, int seconds) {
    return new Profile(
        name,
        warmUpSeconds,
        Optional.of(Stages.constant(rate, seconds)),
        Optional.empty(),
        Mix.ofBatches(batch),
        0,
        Validation.ALL,
        Objectives.usual(),
        List.of(),
        Optional.empty());
  }

  /** The same with another shape, which takes the place of a search too. */
  Profile with(Shape other) {
    return new Profile(
        name,
        warmUpSeconds,
        Optional.of(other),
        Optional.empty(),
        mix,
        zipf,
        validation,
        objectives,
        quota,
        beyond);
  }

  /** The same with another search; its shape is the most that it may come to. */
  Profile with(Search other) {
    return new Profile(
        name,
        warmUpSeconds,
        Optional.of(Stages.constant(other.most(), other.holdSeconds())),
        Optional.of(other),
        mix,
        zipf,
        validation,
        objectives,
        quota,
        beyond);
  }

  Profile with(Mix other) {
    return new Profile(
        name, warmUpSeconds, shape, search, other, zipf, validation, objectives, quota, beyond);
  }

  Profile with(Validation other) {
    return new Profile(
        name, warmUpSeconds, shape, search, mix, zipf, other, objectives, quota, beyond);
  }

  Profile withQuota(List<String> names) {
    return new Profile(
        name, warmUpSeconds, shape, search, mix, zipf, validation, objectives, names, beyond);
  }
}
