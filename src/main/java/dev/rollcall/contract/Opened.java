package dev.rollcall.contract;

import dev.rollcall.contract.ask.Run;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Unreachable;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tools.jackson.databind.json.JsonMapper;

/** The run, or why there is none: told to every check without trying again. */
record Opened(
    Settings settings,
    Settlement settlement,
    Trace trace,
    Run run,
    Ending ending,
    RuntimeException problem)
    implements AutoCloseable {
  /** Key of the report entry that tells the listener of the target, once. */
  static final String TARGET_ENTRY = "rollcall.target";

  /** Key of the report entry that tells the listener, once, what was found where. */
  static final String FOUND_ENTRY = "rollcall.found";

  /** Key of the report entry that tells the listener, once, why the run could not begin. */
  static final String OBSTACLE_ENTRY = "rollcall.obstacle";

  /** Configuration parameter: the verdict is looked at by whoever started the plan. */
  static final String GATED = Settings.PREFIX + "gated";

  /** Key of the report entry that tells the listener what was sent so far. */
  static final String USAGE_ENTRY = "rollcall.usage";

  private static final Namespace STORE = Namespace.create(Opened.class);

  /** That of the plan, opened by whichever check comes first. */
  static Opened in(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(Opened.class, key -> Opened.by(context), Opened.class);
  }

  private static Opened by(ExtensionContext context) {
    var ending =
        new Ending(context.getConfigurationParameter(GATED).map(Boolean::valueOf).orElse(false));
    try {
      Settings settings =
          context
              .getConfigurationParameter(Settings.PACKED)
              .map(Settings::unpack)
              .orElseGet(Settings::ofProcess);
      Settlement settlement = Settlement.of(settings);
      Trace trace = Trace.of(settings);
      Run run = Run.open(settings);
      context.publishReportEntry(TARGET_ENTRY, JsonMapper.shared().writeValueAsString(run.info()));
      if (settings.value(Setting.TARGET).isPresent()) {
        context.publishReportEntry(FOUND_ENTRY, run.target().found());
      }
      return new Opened(settings, settlement, trace, run, ending, null);
    } catch (InvalidSetting | Unreachable e) {
      context.publishReportEntry(OBSTACLE_ENTRY, e.getMessage());
      return new Opened(null, null, null, null, ending, e);
    } catch (RuntimeException e) {
      return new Opened(null, null, null, null, ending, e);
    }
  }

  @Override
  public Settings settings() {
    return whole().settings;
  }

  @Override
  public Settlement settlement() {
    return whole().settlement;
  }

  @Override
  public Trace trace() {
    return whole().trace;
  }

  /** Whether what is thrown to JUnit, whose reports know nothing of masks, may name people. */
  boolean mayNamePeople() {
    return run().target().ours() || settings().flag(Setting.SHOW_PERSONAL_DATA);
  }

  @Override
  public Run run() {
    return whole().run;
  }

  /**
   * What is wrong with the settings or the target; checks are skipped then, and the result says so
   * once.
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

  /**
   * Ends the run.
   *
   * @throws Ending.NotConforming if the plan would end green, and the verdict is not
   */
  @Override
  public void close() {
    obstacle().ifPresent(ending::neverBegan);
    if (run != null) {
      run.close();
      ending.require(settlement, run.info());
    }
  }
}
