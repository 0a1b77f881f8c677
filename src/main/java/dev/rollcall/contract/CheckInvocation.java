package dev.rollcall.contract;

import dev.rollcall.contract.Catalogue.Entry;
import dev.rollcall.contract.ask.Backstage;
import dev.rollcall.contract.ask.CheckRecord;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Edition;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.RecordedClock;
import dev.rollcall.contract.ask.Run;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.NoAnswer;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.target.Capability;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.TargetClock;
import dev.rollcall.target.Unreachable;
import dev.rollcall.target.Users;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A check in one version of the API: hands in what it works with, reports how it ended. Its display
 * name is the version.
 */
record CheckInvocation(Edition edition)
    implements TestTemplateInvocationContext,
        ExecutionCondition,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        InvocationInterceptor {
  private static final String DISCREET =
      "what was expected and what came is in contract.json, where people are masked";
  private static final Namespace STORE = Namespace.create(CheckInvocation.class);

  @Override
  public String getDisplayName(int invocationIndex) {
    return edition.version();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return entry(context)
        .unpromisedIn(edition)
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("promised"));
  }

  @Override
  public void beforeEach(ExtensionContext context) throws InterruptedException {
    Opened.in(context).run().begin();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Opened.in(context).run().end();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(Graph.class, User.class, TargetClock.class, Backstage.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Run run = Opened.in(context).run();
    CheckRecord record = record(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == TargetClock.class) {
      return new RecordedClock(run.target(), record);
    }
    if (type == Backstage.class) {
      return context
          .getStore(STORE)
          .computeIfAbsent(
              Backstage.class,
              key -> new Backstage(run.target(), run.settling(), record),
              Backstage.class);
    }
    boolean writes = List.of(entry(context).check().needs()).contains(Capability.WRITE);
    Users users = writes ? run.target().users().writable() : run.target().users();
    Graph graph = new Graph(run, edition, record, users);
    return type == Graph.class ? graph : user(users, writes, graph);
  }

  /**
   * A user for this check; one that belongs to somebody is cleared of what an earlier check may
   * have left.
   */
  private static User user(Users users, boolean writes, Graph graph) {
    User user = new User(users.next());
    if (writes && !users.isTemporary(user.id())) {
      graph.tidy(user);
    }
    return user;
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Check check = entry(context).check();
    Opened opened = Opened.in(context);
    Throwable problem = problemOf(invocation);
    CheckReport report = report(check.id(), problem, record(context), opened.trace());
    context.publishReportEntry(CheckReport.ENTRY, report.toJson());
    opened.ending().reported(report);
    if (!opened.run().target().ours()) {
      context.publishReportEntry(
          Opened.USAGE_ENTRY,
          JsonMapper.shared().writeValueAsString(opened.run().target().pace().usage()));
    }
    String told = opened.mayNamePeople() ? told(problem) : DISCREET;
    if (problem instanceof Deviation && !opened.settlement().counts(check, opened.run().info())) {
      throw new TestAbortedException("advice: " + told);
    }
    if (problem instanceof Deviation
        && opened.settlement().isKnown(new Row(check.id(), edition.version()))) {
      throw new TestAbortedException("known: " + told);
    }
    if (problem != null) {
      opened.ending().failed(problem);
      throw opened.mayNamePeople() ? problem : discreet(problem);
    }
  }

  private static String told(Throwable problem) {
    return problem == null ? "" : problem.getMessage();
  }

  /** Of the same kind, so that JUnit tells failures, errors and what was not judged apart. */
  private static Throwable discreet(Throwable problem) {
    if (problem instanceof TestAbortedException) {
      return new TestAbortedException(DISCREET);
    }
    return problem instanceof AssertionError
        ? new AssertionError(DISCREET)
        : new IllegalStateException(DISCREET);
  }

  private static Throwable problemOf(Invocation<Void> invocation) {
    try {
      invocation.proceed();
      return null;
    } catch (Throwable problem) {
      return problem;
    }
  }

  private CheckReport report(String id, Throwable problem, CheckRecord record, Trace trace) {
    boolean failed = problem instanceof Deviation;
    boolean unfit = problem instanceof TestAbortedException;
    Outcome judged = failed ? Outcome.FAILED : unfit ? Outcome.SKIPPED : Outcome.BROKEN;
    return new CheckReport(
        id,
        edition.version(),
        problem == null ? Outcome.PASSED : judged,
        problem == null || failed ? "" : reasonOf(problem),
        failed ? ((Deviation) problem).expected() : "",
        failed ? ((Deviation) problem).actual() : "",
        record.millis(),
        record.exchangeCount(),
        problem == null && trace == Trace.FAILED ? List.of() : record.exchanges(),
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
    return "defect in Rollcall: " + Deviation.shortened(problem.toString()) + place;
  }

  private static Entry entry(ExtensionContext context) {
    return Catalogue.entry(context.getRequiredTestMethod()).orElseThrow();
  }

  private static CheckRecord record(ExtensionContext context) {
    return context
        .getStore(STORE)
        .computeIfAbsent(CheckRecord.class, key -> new CheckRecord(), CheckRecord.class);
  }
}
