package dev.rollcall.strength;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.report.result.Strength;
import dev.rollcall.report.result.Strength.Check;
import dev.rollcall.report.result.Strength.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the published strength of all trials, and says what is wrong with it. */
final class Assessment {
  private final List<Entry> catalogue;
  private final Reasons reasons;

  Assessment(List<Entry> catalogue, Reasons reasons) {
    this.catalogue = catalogue;
    this.reasons = reasons;
  }

  Strength of(LocalDate date, List<Trial> trials) {
    List<Fault> faults = trials.stream().map(this::fault).toList();
    return Strength.of(
        date, faults, catalogue.stream().map(entry -> check(entry, faults)).toList());
  }

  private Fault fault(Trial trial) {
    return new Fault(
        trial.fault().id(),
        trial.fault().family(),
        trial.fault().operation(),
        trial.fault().description(),
        trial.killedBy(),
        trial.drift(),
        trial.killedBy().isEmpty() ? reasons.faults().getOrDefault(trial.fault().id(), "") : "");
  }

  private Check check(Entry entry, List<Fault> faults) {
    String id = entry.check().id();
    List<String> alone =
        faults.stream()
            // Whoever calls the operation finds a fault of its wire.
            .filter(fault -> !fault.family().equals("wire"))
            .filter(fault -> fault.killedBy().equals(List.of(id)))
            .map(Fault::id)
            .toList();
    int kills = (int) faults.stream().filter(fault -> fault.killedBy().contains(id)).count();
    List<String> clauses = alone.isEmpty() ? clausesOnlyOf(entry) : List.of();
    boolean needsReason = alone.isEmpty() && clauses.isEmpty();
    return new Check(
        id, kills, alone, clauses, needsReason ? reasons.checks().getOrDefault(id, "") : "");
  }

  private List<String> clausesOnlyOf(Entry entry) {
    Map<String, Long> users =
        catalogue.stream()
            .flatMap(each -> Arrays.stream(each.check().clause()).distinct())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return Arrays.stream(entry.check().clause())
        .filter(statement -> users.get(statement) == 1)
        .toList();
  }

  /** What a person has to mend, each with what to do. */
  List<String> complaints(Strength strength) {
    var complaints = new ArrayList<String>();
    for (Fault survivor : strength.survivors()) {
      if (survivor.reason().isEmpty()) {
        complaints.add(
            survivor.id()
                + " ("
                + survivor.description()
                + ") is found by no check; write a check, or the reason into "
                + Reasons.FILE);
      }
    }
    for (Check check : strength.checks()) {
      if (check.alone().isEmpty() && check.clauses().isEmpty() && check.reason().isEmpty()) {
        complaints.add(
            check.id()
                + " finds nothing alone and shares all its clauses; merge it, or write the reason"
                + " into "
                + Reasons.FILE);
      }
    }
    unused(
        complaints,
        reasons.faults().keySet(),
        strength.survivors().stream().map(Fault::id).toList(),
        "is found, or does not exist");
    unused(
        complaints,
        reasons.checks().keySet(),
        strength.checks().stream().filter(c -> !c.reason().isEmpty()).map(Check::id).toList(),
        "needs no reason, or does not exist");
    return List.copyOf(complaints);
  }

  private static void unused(
      List<String> complaints, Collection<String> given, List<String> needed, String why) {
    given.stream()
        .filter(id -> !needed.contains(id))
        .forEach(id -> complaints.add(id + " " + why + "; remove it from " + Reasons.FILE));
  }
}
