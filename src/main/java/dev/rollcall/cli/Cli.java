package dev.rollcall.cli;

import dev.rollcall.definition.MalformedPage;
import dev.rollcall.fake.CannotStart;
import dev.rollcall.report.result.UnreadableResult;
import dev.rollcall.report.result.UnwritableResult;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Setting.Command;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Unreachable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the arguments, runs the sub-command, and says in one sentence what is wrong with them. */
public final class Cli {
  /** Of bad input, and of a run from which nothing can be said. */
  static final int UNUSABLE = 2;

  /** Those that print what a target answered. */
  private static final Set<Command> JUDGING =
      EnumSet.of(Command.CHECK, Command.LOAD, Command.MERGE);

  private final PrintStream out;
  private final PrintStream err;
  private final Function<Map<Setting, List<String>>, Settings> settings;
  private final WorkflowStep step;

  /** A command line whose settings are completed by those of the process. */
  public Cli(PrintStream out, PrintStream err) {
    this(out, err, Settings::ofProcess, WorkflowStep.of(System.getenv()));
  }

  Cli(
      PrintStream out,
      PrintStream err,
      Function<Map<Setting, List<String>>, Settings> settings,
      WorkflowStep step) {
    this.out = out;
    this.err = err;
    this.settings = settings;
    this.step = step;
  }

  /**
   * @param args the sub-command and its options
   * @return the exit code
   */
  public int run(String... args) {
    boolean judges = args.length > 0 && JUDGING.stream().map(Cli::name).anyMatch(args[0]::equals);
    return judges ? step.guarded(out, () -> attempt(args)) : attempt(args);
  }

  private int attempt(String... args) {
    boolean trace = Arrays.asList(args).contains(Setting.STACK_TRACE.option());
    try {
      rejectSecrets(args);
      return execute(args);
    } catch (ParameterException e) {
      return fail(e.getMessage() + "; see " + usageOf(e.getCommandLine()), e, trace);
    } catch (InvalidSetting
        | Unreachable
        | MalformedPage
        | CannotStart
        | UnreadableResult
        | UnwritableResult
        | CannotWrite e) {
      return fail(e.getMessage(), e, trace);
    } catch (RuntimeException e) {
      return fail(
          "defect in Rollcall: "
              + e
              + "; repeat with "
              + Setting.STACK_TRACE.option()
              + " and report it",
          e,
          trace);
    }
  }

  private int execute(String... args) {
    CommandLine commandLine = new CommandLine(specification()).setOut(new PrintWriter(out, true));
    ParseResult parsed = commandLine.parseArgs(args);
    Optional<Integer> helped = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
    if (helped.isPresent()) {
      return helped.get();
    }
    if (!parsed.hasSubcommand()) {
      commandLine.usage(err);
      return UNUSABLE;
    }
    ParseResult chosen = parsed.subcommand();
    Command command = Command.valueOf(chosen.commandSpec().name().toUpperCase(Locale.ROOT));
    return of(command, chosen).run(settings.apply(given(command, chosen)), out);
  }

  private SubCommand of(Command command, ParseResult chosen) {
    return switch (command) {
      case CHECK -> new CheckCommand(step);
      case LOAD -> new LoadCommand(step);
      case FAKE -> new FakeCommand();
      case DERIVE -> new DeriveCommand();
      case REPORT -> new ReportCommand();
      case MERGE -> new MergeCommand(chosen.matchedPositionalValue(0, List.<String>of()), step);
    };
  }

  private CommandSpec specification() {
    CommandSpec root = command("rollcall", "Contract tests and load tests for presence APIs.");
    for (Command command : Command.values()) {
      CommandSpec spec = command(name(command), description(command));
      Arrays.stream(Setting.values())
          .filter(setting -> setting.belongsTo(command))
          .forEach(setting -> spec.addOption(option(setting)));
      if (command == Command.MERGE) {
        spec.addPositional(folders());
      }
      root.addSubcommand(name(command), spec);
    }
    return root;
  }

  private CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).width(100);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    return spec;
  }

  private static String description(Command command) {
    return switch (command) {
      case CHECK -> "Judge a presence API by the catalogue of checks.";
      case LOAD -> "Load a presence API with batch lookups.";
      case FAKE -> "Serve a fake presence API until stopped.";
      case DERIVE -> "Derive the JSON Schemas from the definition.";
      case REPORT -> "Render the pages of a run again.";
      case MERGE -> "Add the results of all shards of a load up.";
    };
  }

  private static PositionalParamSpec folders() {
    return PositionalParamSpec.builder()
        .paramLabel("DIR")
        .arity("1..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description("folder that holds the load.json of one shard")
        .build();
  }

  private static OptionSpec option(Setting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.option())
            .description(setting.help())
            .paramLabel(setting.label());
    return switch (setting.form()) {
      case FLAG -> option.type(boolean.class).paramLabel("").build();
      case VALUE -> option.type(String.class).build();
      case LIST -> option.type(List.class).auxiliaryTypes(String.class).splitRegex(",").build();
    };
  }

  private static Map<Setting, List<String>> given(Command command, ParseResult parsed) {
    var given = new EnumMap<Setting, List<String>>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (setting.belongsTo(command) && parsed.hasMatchedOption(setting.option())) {
        given.put(
            setting,
            switch (setting.form()) {
              case FLAG -> List.of("true");
              case VALUE -> List.of(parsed.<String>matchedOptionValue(setting.option(), ""));
              case LIST -> parsed.matchedOptionValue(setting.option(), List.<String>of());
            });
      }
    }
    return given;
  }

  private static void rejectSecrets(String... args) {
    for (String arg : args) {
      if (arg.equals("--token") || arg.startsWith("--token=")) {
        throw new InvalidSetting(
            "--token: an option is visible to everybody on the machine; give the token in the variable"
                + " ROLLCALL_TOKEN, with --token-file or with --token-command");
      }
    }
  }

  private int fail(String sentence, RuntimeException problem, boolean trace) {
    err.println("rollcall: " + sentence);
    if (trace) {
      problem.printStackTrace(err);
    }
    return UNUSABLE;
  }

  private static String usageOf(CommandLine commandLine) {
    return commandLine.getCommandSpec().qualifiedName() + " --help";
  }

  private static String name(Command command) {
    return command.name().toLowerCase(Locale.ROOT);
  }
}
