package dev.rollcall.load.plan;

import dev.rollcall.report.result.LoadResult.QuotaUse;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What a run asks for, and when: an open model, in which requests leave by the clock and not when
 * earlier ones are answered.
 *
 * <p>Requests are numbered from 0. Each second has its number of them, at even distances. Those of
 * the warm-up are sent and not recorded. All of it follows from the settings alone: two plans of
 * the same settings are the same.
 */
public final class LoadPlan {
  static final int MOST_IDS = 650;
  static final int MOST_PARTS = 20;
  static final int FASTEST = 10_000;
  static final int LONGEST_SECONDS = 3_600;

  private final Profile profile;
  private final Shape shape;
  private final Shard shard;
  private final Optional<Instant> startAt;
  private final List<Budget> budgets;
  private final Arrivals arrivals;

  private LoadPlan(Profile profile, Shard shard, Optional<Instant> startAt, List<Budget> budgets) {
    this.profile = profile;
    this.shape = profile.shape().orElseThrow();
    this.shard = shard;
    this.startAt = startAt;
    this.budgets = List.copyOf(budgets);
    this.arrivals = shape.arrivals(profile.warmUpSeconds()).part(shard);
  }

  /**
   * Batches of one size at one rate.
   *
   * @param rate requests a second
   * @param batch ids in one request, 1 to the documented 650
   * @param seconds length after warm-up
   * @throws dev.rollcall.target.InvalidSetting if a number is out of range, or no request remains
   */
  public LoadPlan(String profile, double rate, int batch, int warmUpSeconds, int seconds) {
    this(
        Profile.plain(profile, rate, batch, warmUpSeconds, seconds),
        Shard.WHOLE,
        Optional.empty(),
        List.of());
    requireBounds();
  }

  /**
   * The plan of a profile.
   *
   * @throws dev.rollcall.target.InvalidSetting if a number is out of range, or no request remains
   */
  public static LoadPlan of(Profile profile, Shard shard) {
    var plan = new LoadPlan(profile, shard, Optional.empty(), List.of());
    plan.requireBounds();
    return plan;
  }

  /** What was asked for already, within bounds or not. */
  public static LoadPlan carriedOut(Profile profile) {
    return new LoadPlan(profile, Shard.WHOLE, Optional.empty(), List.of());
  }

  /**
   * The plan that the settings ask for, by the clock of this machine.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is out of range or cannot be read
   */
  public static LoadPlan of(Settings settings) {
    return of(settings, InstantSource.system());
  }

  /**
   * The plan that the settings ask for: a profile, with what is given in its place.
   *
   * @throws dev.rollcall.target.InvalidSetting if a setting is out of range or cannot be read
   */
  public static LoadPlan of(Settings settings, InstantSource clock) {
    Profile profile = PlannedProfile.of(settings);
    var plan =
        new LoadPlan(
            profile,
            Shard.of(settings),
            StartAt.of(settings, clock.instant()),
            profile.quota().stream().flatMap(name -> Budget.named(name).stream()).toList());
    plan.requireBounds();
    return plan;
  }

  private void requireBounds() {
    if (!(rate() > 0 && rate() <= FASTEST)) {
      throw Settings.invalid(
          Setting.RATE, plain(rate()), "give a number above 0 and up to " + FASTEST);
    }
    if (batch() < 1 || batch() > MOST_IDS) {
      throw Settings.invalid(
          Setting.BATCH, "" + batch(), "one request takes 1 to " + MOST_IDS + " ids");
    }
    if (seconds() < 1 || seconds() > LONGEST_SECONDS) {
      throw Settings.invalid(
          Setting.DURATION, seconds() + "s", "give 1s to " + LONGEST_SECONDS + "s");
    }
    if (measuredRequests() < 1) {
      throw Settings.invalid(
          Setting.RATE,
          plain(rate()),
          "no request falls into "
              + seconds()
              + " s"
              + (shard.isWhole() ? "" : " of shard " + shard)
              + "; give more of either");
    }
  }

  /** The same plan, which has to keep these budgets. */
  public LoadPlan keeping(List<Budget> others) {
    return new LoadPlan(profile, shard, startAt, others);
  }

  /** The same plan at another greatest rate of the whole; it may have no request left. */
  LoadPlan peakingAt(double rate) {
    return new LoadPlan(profile.with(shape.peakingAt(rate)), shard, startAt, budgets);
  }

  /** What all parts together do. */
  public LoadPlan whole() {
    return new LoadPlan(profile, Shard.WHOLE, Optional.empty(), budgets);
  }

  /** When the first recorded request is due, in seconds after the warm-up. */
  public double firstSeconds() {
    return offsetNanos(allRequests() - measuredRequests()) / 1e9 - warmUpSeconds();
  }

  /** One rate of the search that this plan bounds. */
  public LoadPlan holding(double rate, int seconds) {
    return new LoadPlan(profile.with(Stages.constant(rate, seconds)), shard, startAt, budgets);
  }

  /** How it searches for a rate, none of which is above its own; empty if it keeps to its own. */
  public Optional<Search> search() {
    return profile.search();
  }

  /** What follows when it has gone beyond a limit; empty if it is not to. */
  public Optional<Beyond> beyond() {
    return profile.beyond();
  }

  /** The name of the profile. */
  public String profile() {
    return profile.name();
  }

  /** The greatest rate of the whole plan, in requests a second. */
  public double rate() {
    return shape.peak();
  }

  /** The most ids in one request. */
  public int batch() {
    return profile.mix().greatest();
  }

  public int warmUpSeconds() {
    return profile.warmUpSeconds();
  }

  /** Length after warm-up. */
  public int seconds() {
    return shape.seconds();
  }

  /** Length with warm-up. */
  public int allSeconds() {
    return warmUpSeconds() + seconds();
  }

  /** When to start; empty for at once. */
  public Optional<Instant> startAt() {
    return startAt;
  }

  /** The part of the plan that this machine does. */
  public Shard shard() {
    return shard;
  }

  /** Which answers are held against the schema. */
  public Validation validation() {
    return profile.validation();
  }

  /** By which some users are asked for more often; 0 for all alike. */
  double zipf() {
    return profile.zipf();
  }

  /** What the run must hold. */
  public Objectives objectives() {
    return profile.objectives();
  }

  /** The budgets that it has to keep. */
  public List<Budget> budgets() {
    return budgets;
  }

  /** How much it takes of them. */
  public List<QuotaUse> quota() {
    return Quota.of(budgets).uses(this);
  }

  /** Requests that are recorded. */
  public long measuredRequests() {
    return allRequests() - arrivals.firstOf(warmUpSeconds());
  }

  /** Presences that recorded requests ask for. */
  public long measuredItems() {
    if (profile.mix().isUniform()) {
      return measuredRequests() * errand(0).size();
    }
    return LongStream.range(arrivals.firstOf(warmUpSeconds()), allRequests())
        .map(index -> errand(index).size())
        .sum();
  }

  /** Recorded requests a second, on the average. */
  public double measuredPerSecond() {
    return (double) measuredRequests() / seconds();
  }

  /** When a request leaves, in nanoseconds after the start of the warm-up. */
  public long offsetNanos(long index) {
    return arrivals.offsetNanos(index);
  }

  /** What a request asks for. */
  public Errand errand(long index) {
    return profile.mix().errand(key(index));
  }

  /**
   * What decides for whom a request asks: its number in the whole plan, so that no two machines ask
   * the same, or its client's, who asks for the same people each time.
   */
  long key(long index) {
    return arrivals.key(index);
  }

  public boolean isWarmUp(long index) {
    return index < arrivals.firstOf(warmUpSeconds());
  }

  /** The second after warm-up in which a recorded request leaves. */
  public int measuredSecondOf(long index) {
    return arrivals.secondOf(index) - warmUpSeconds();
  }

  /** Requests that leave in a second after warm-up. */
  public long askedIn(int measuredSecond) {
    return requestsIn(warmUpSeconds() + measuredSecond);
  }

  /**
   * Requests that leave in a second, at even distances, the first at its beginning.
   *
   * @param second counted from the start of the warm-up
   */
  public long requestsIn(int second) {
    return arrivals.firstOf(second + 1) - arrivals.firstOf(second);
  }

  public long allRequests() {
    return arrivals.all();
  }

  /** The plan in a few lines, for people. */
  public List<String> describe() {
    return PlanText.lines(this);
  }

  Shape shape() {
    return shape;
  }

  Mix mix() {
    return profile.mix();
  }

  /** Whether any request asks in that way. */
  public boolean has(Errand.Kind kind) {
    return profile.mix().has(kind);
  }

  public static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
