package dev.rollcall.contract;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.ask.Run;
import dev.rollcall.definition.Basis;
import dev.rollcall.target.Capability;
import dev.rollcall.target.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Runs checks: opens the target once, skips what it lacks, and lets each check run in every version
 * that is offered.
 */
final class ContractExtension implements ExecutionCondition, TestTemplateInvocationContextProvider {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Entry> entry = context.getTestMethod().flatMap(Catalogue::entry);
    if (entry.isEmpty()) {
      return ConditionEvaluationResult.enabled("no check");
    }
    Opened opened = Opened.in(context);
    if (opened.obstacle().isPresent()) {
      return ConditionEvaluationResult.disabled("the run could not begin");
    }
    if (!isSelected(entry.get(), opened.settings().list(Setting.ONLY))) {
      return ConditionEvaluationResult.disabled(Settlement.Unrun.NOT_SELECTED.reason());
    }
    return unfit(entry.get().check(), opened.run())
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("the target has what it needs"));
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getTestMethod().flatMap(Catalogue::entry).isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Opened.in(context).run().editions().stream().map(CheckInvocation::new);
  }

  /** Why the check cannot be tried on this target. */
  static Optional<String> unfit(Check check, Run run) {
    if (check.basis() == Basis.CHOSEN && !run.target().ours()) {
      return Optional.of("sources are silent here; judged on Rollcall's own fake only");
    }
    return lacks(check, run).stream()
        .findFirst()
        .map(run.target()::remedy)
        .or(() -> writesStranger(check, run))
        .map(need -> "needs " + need);
  }

  /** What the target would have to gain for this check. */
  static List<Capability> lacks(Check check, Run run) {
    return Arrays.stream(check.needs()).filter(need -> !run.can(need)).toList();
  }

  private static boolean isSelected(Entry entry, List<String> only) {
    return only.isEmpty() || only.stream().anyMatch(entry::isSelectedBy);
  }

  private static Optional<String> writesStranger(Check check, Run run) {
    List<Capability> needs = List.of(check.needs());
    boolean writesMe = needs.contains(Capability.ME) && needs.contains(Capability.WRITE);
    return writesMe && !run.mayWriteMe()
        ? Optional.of("the signed-in user among --test-users, who else is only read")
        : Optional.empty();
  }
}
