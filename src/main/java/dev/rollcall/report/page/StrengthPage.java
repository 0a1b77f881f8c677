package dev.rollcall.report.page;

import dev.rollcall.report.result.Strength;
import dev.rollcall.report.result.Strength.Check;
import dev.rollcall.report.result.Strength.Fault;
import java.util.List;
import java.util.function.Predicate;

/** What {@code strength.html} shows. */
public final class StrengthPage {
  private static final int KILLERS_SHOWN = 6;

  private final Strength strength;

  StrengthPage(Strength strength) {
    this.strength = strength;
  }

  /** What was measured. */
  public Strength strength() {
    return strength;
  }

  /** The share of faults that are found, in percent. */
  public String rate() {
    return Strength.percent(strength.totals().killed(), strength.totals().faults());
  }

  /**
   * How many faults of a sort there are, and how many are found.
   *
   * @param name of the sort
   */
  public record Group(String name, long seeded, long killed) {
    /** The share that is found, in percent. */
    public String rate() {
      return Strength.percent(killed, seeded);
    }
  }

  /** The faults by family. */
  public List<Group> families() {
    return strength.faults().stream()
        .map(Fault::family)
        .distinct()
        .map(family -> group(family, fault -> fault.family().equals(family)))
        .toList();
  }

  /** The faults by operation; some are about what is behind them all. */
  public List<Group> operations() {
    return strength.faults().stream()
        .map(Fault::operation)
        .distinct()
        .map(
            operation ->
                group(
                    operation.isEmpty() ? "what is behind them all" : operation,
                    fault -> fault.operation().equals(operation)))
        .toList();
  }

  private Group group(String name, Predicate<Fault> belongs) {
    List<Fault> faults = strength.faults().stream().filter(belongs).toList();
    return new Group(name, faults.size(), faults.stream().filter(Fault::killed).count());
  }

  /** The checks that find a fault that no other check finds. */
  public List<Check> indispensable() {
    return strength.checks().stream().filter(check -> !check.alone().isEmpty()).toList();
  }

  /** The checks that find nothing alone, and stay for another reason. */
  public List<Check> others() {
    return strength.checks().stream().filter(check -> check.alone().isEmpty()).toList();
  }

  /** The checks that find a fault, the first few of many. */
  public static String killers(Fault fault) {
    List<String> all = fault.killedBy();
    String first = String.join(", ", all.subList(0, Math.min(KILLERS_SHOWN, all.size())));
    return all.size() <= KILLERS_SHOWN
        ? first
        : first + " and " + (all.size() - KILLERS_SHOWN) + " more";
  }
}
