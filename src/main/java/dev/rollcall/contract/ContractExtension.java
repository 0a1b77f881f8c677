package dev.rollcall.contract;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.wire.NoAnswer;
import dev.rollcall.definition.Basis;
import dev.rollcall.report.Outcome;
import dev.rollcall.target.Capability;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.TargetClock;
import dev.rollcall.target.Unreachable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs checks: opens the target once, skips what it lacks, hands in what a check works with,
 * reports how it ended.
 */
final class ContractExtension
    implements ExecutionCondition, ParameterResolver, InvocationInterceptor {
  /** Key of the report entry that tells the listener of the target, once. */
  static final String TARGET_ENTRY = "rollcall.target";

  /** Key of the report entry that tells the listener, once, why the run could not begin. */
  static final String OBSTACLE_ENTRY = "rollcall.obstacle";

  private static final Namespace STORE = Namespace.create(ContractExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Entry> entry = context.getTestMethod().flatMap(Catalogue::entry);
    if (entry.isEmpty()) {
      return ConditionEvaluationResult.enabled("no check");
    }
    Opened opened = opened(context);
    if (opened.obstacle().isPresent()) {
      return ConditionEvaluationResult.disabled("the run could not begin");
    }
    if (!isSelected(entry.get(), opened.settings().list(Setting.ONLY))) {
      return ConditionEvaluationResult.disabled("not selected");
    }
    Check check = entry.get().check();
    Run run = opened.run();
    if (check.basis() == Basis.CHOSEN && !run.target().ours()) {
      return ConditionEvaluationResult.disabled(
          "sources are silent here; judged on Rollcall's own fake only");
    }
    return missing(check, run)
        .map(need -> ConditionEvaluationResult.disabled("needs " + need))
        .orElseGet(() -> ConditionEvaluationResult.enabled("the target has what it needs"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(Graph.class, User.class, TargetClock.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Run run = opened(context).run();
    Class<?> type = parameter.getParameter().getType();
    if (type == TargetClock.class) {
      return new RecordedClock(run.target(), record(context));
    }
    Graph graph = new Graph(run, record(context));
    return type == Graph.class ? graph : user(context, run, graph);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Entry entry = Catalogue.entry(method.getExecutable()).orElseThrow();
    Opened opened = opened(context);
    Throwable problem = problemOf(invocation);
    CheckReport report = report(entry, problem, record(context));
    context.publishReportEntry(CheckReport.ENTRY, report.toJson());
    if (problem instanceof Deviation
        && !opened.settlement().counts(entry.check(), opened.run().info())) {
      throw new TestAbortedException("advice: " + problem.getMessage());
    }
    if (problem instanceof Deviation && opened.settlement().isKnown(entry.check().id())) {
      throw new TestAbortedException("known: " + problem.getMessage());
    }
    if (problem != null) {
      throw problem;
    }
  }

  private static Throwable problemOf(Invocation<Void> invocation) {
    try {
      invocation.proceed();
      return null;
    } catch (Throwable problem) {
      return problem;
    }
  }

  private static CheckReport report(Entry entry, Throwable problem, CheckRecord record) {
    Outcome outcome =
        problem == null
            ? Outcome.PASSED
            : problem instanceof Deviation
                ? Outcome.FAILED
                : problem instanceof TestAbortedException ? Outcome.SKIPPED : Outcome.BROKEN;
    boolean failed = problem instanceof Deviation;
    return new CheckReport(
        entry.check().id(),
        outcome,
        problem == null || failed ? "" : reasonOf(problem),
        failed ? ((Deviation) problem).expected() : "",
        failed ? ((Deviation) problem).actual() : "",
        record.millis(),
        record.exchangeCount(),
        problem == null ? List.of() : record.exchanges(),
        record.violations(),
        record.observed());
  }

  /** Why a check is broken: the sentence, and for a defect of ours the place. */
  static String reasonOf(Throwable problem) {
    if (problem instanceof NoAnswer
        || problem instanceof TestAbortedException
        || problem instanceof InvalidSetting
        || problem instanceof Unreachable) {
      return problem.getMessage();
    }
    String place =
        Arrays.stream(problem.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.rollcall."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return "defect in Rollcall: " + problem + place;
  }

  private static boolean isSelected(Entry entry, List<String> only) {
    return only.isEmpty() || only.stream().anyMatch(entry::isSelectedBy);
  }

  /** What the target would need for this check, and the setting that would give it. */
  private static Optional<String> missing(Check check, Run run) {
    List<Capability> needs = List.of(check.needs());
    boolean writesMe = needs.contains(Capability.ME) && needs.contains(Capability.WRITE);
    return needs.stream()
        .filter(need -> !run.can(need))
        .findFirst()
        .map(Capability::remedy)
        .or(
            () ->
                writesMe && !run.mayWriteMe()
                    ? Optional.of("the signed-in user among --test-users, who else is only read")
                    : Optional.empty());
  }

  private static CheckRecord record(ExtensionContext context) {
    return context
        .getStore(STORE)
        .computeIfAbsent(CheckRecord.class, key -> new CheckRecord(), CheckRecord.class);
  }

  /**
   * A user for this check; one that belongs to somebody is cleared of what an earlier check may
   * have left.
   */
  private static User user(ExtensionContext context, Run run, Graph graph) {
    User user = new User(run.target().users().next());
    Check check = context.getRequiredTestMethod().getAnnotation(Check.class);
    boolean writes = List.of(check.needs()).contains(Capability.WRITE);
    if (writes && !run.target().users().isTemporary(user.id())) {
      graph.tidy(user);
    }
    return user;
  }

  private static Opened opened(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(Opened.class, key -> Opened.by(context), Opened.class);
  }

  /** The run, or why there is none: told to every check without trying again. */
  private record Opened(Settings settings, Settlement settlement, Run run, RuntimeException problem)
      implements AutoCloseable {

    static Opened by(ExtensionContext context) {
      try {
        Settings settings =
            context
                .getConfigurationParameter(Settings.PACKED)
                .map(Settings::unpack)
                .orElseGet(Settings::ofProcess);
        Settlement settlement = Settlement.of(settings);
        Run run = Run.open(settings);
        context.publishReportEntry(
            TARGET_ENTRY, JsonMapper.shared().writeValueAsString(run.info()));
        return new Opened(settings, settlement, run, null);
      } catch (InvalidSetting | Unreachable e) {
        context.publishReportEntry(OBSTACLE_ENTRY, e.getMessage());
        return new Opened(null, null, null, e);
      } catch (RuntimeException e) {
        return new Opened(null, null, null, e);
      }
    }

    @Override
    public Settings settings() {
      return whole().settings;
    }

    @Override
    public Run run() {
      return whole().run;
    }

    /**
     * What is wrong with the settings or the target; checks are skipped then, and the result says
     * so once.
     */
    Optional<String> obstacle() {
      return problem instanceof InvalidSetting || problem instanceof Unreachable
          ? Optional.of(problem.getMessage())
          : Optional.empty();
    }

    private Opened whole() {
      if (problem != null) {
        throw problem;
      }
      return this;
    }

    @Override
    public void close() {
      if (run != null) {
        run.close();
      }
    }
  }
}
