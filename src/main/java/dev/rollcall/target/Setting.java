package dev.rollcall.target;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting. {@code X_Y} is the option {@code --x-y}, the property {@code -Drollcall.x-y=} and
 * the variable {@code ROLLCALL_X_Y}; the first of them that is given wins.
 */
public enum Setting {
  TARGET(
      Form.VALUE,
      "URL|NAME",
      "service root to judge, such as https://host/prefix or https://host/prefix/v1.0, or a name in targets.conf; none: the embedded fake",
      Command.CHECK,
      Command.LOAD),
  TARGETS_FILE(
      Form.VALUE,
      "FILE",
      "file that describes targets; default targets.conf",
      Command.CHECK,
      Command.LOAD),
  ONLY(
      Form.LIST,
      "ID|TAG",
      "run these checks: an id, an operation, a level or a capability",
      Command.CHECK),
  ALLOW_WRITES(
      Form.VALUE,
      "HOST",
      "the target's host, repeated: presence of the test users may be written",
      Command.CHECK,
      Command.LOAD),
  TEST_USERS(
      Form.LIST,
      "ID,ID,...",
      "users whose presence may be read and, with --allow-writes, written",
      Command.CHECK,
      Command.LOAD),
  APP_ID(
      Form.VALUE,
      "ID",
      "application id to use as sessionId; default: the token's appid or azp claim",
      Command.CHECK,
      Command.LOAD),
  PACE(
      Form.VALUE,
      "N",
      "requests a second at most; default 5, our fake: as fast as it answers",
      Command.CHECK),
  TOKEN_FILE(Form.VALUE, "FILE", "file that holds the bearer token", Command.CHECK, Command.LOAD),
  TOKEN_COMMAND(
      Form.VALUE, "CMD", "command that prints the bearer token", Command.CHECK, Command.LOAD),
  SETTLE(
      Form.VALUE,
      "D",
      "how long a read may lag behind a write, such as 2s or PT2S; default: not at all",
      Command.CHECK,
      Command.LOAD,
      Command.FAKE),
  KNOWN(
      Form.LIST,
      "FILE|graph",
      "known deviations: a HOCON file, or graph for those seen of Microsoft Graph; they add up",
      Command.CHECK),
  STRICT(Form.FLAG, "", "count advice too: SHOULD, observed behaviour and drift", Command.CHECK),
  DIALECT(
      Form.VALUE,
      "NAME",
      "spelling of presence values: any (check only), pascal or documented",
      Command.CHECK,
      Command.FAKE),
  SEED(
      Form.VALUE,
      "N",
      "where random sequences begin, as a failure printed it; default: anywhere",
      Command.CHECK),
  PROFILE(
      Form.VALUE,
      "NAME",
      "injection profile: smoke, steady, ramp, spike, soak, polling, capacity, throttle or one of targets.conf; default smoke",
      Command.LOAD),
  RATE(
      Form.VALUE,
      "N",
      "requests a second; where the profile's rate varies, its peak becomes this",
      Command.LOAD),
  BATCH(Form.VALUE, "N", "ids in one batch lookup, 1 to 650", Command.LOAD),
  DURATION(
      Form.VALUE,
      "D",
      "length after warm-up, such as 30s, 5m or PT30S; stages are stretched or shortened to it",
      Command.LOAD),
  USERS(
      Form.VALUE,
      "N|FILE",
      "a file of user ids, one a line; for fake also how many users to make",
      Command.LOAD,
      Command.FAKE),
  ALLOW_LOAD(
      Form.VALUE, "HOST", "the target's host, repeated: load may be sent there", Command.LOAD),
  VALIDATE(
      Form.VALUE,
      "SHARE",
      "answers held against the schema: all, sample or none; default: the profile's",
      Command.LOAD),
  FAKE(
      Form.VALUE,
      "WHERE",
      "without a target, where our fake runs: embedded or process; default embedded",
      Command.LOAD),
  QUOTA(
      Form.LIST,
      "NAME",
      "documented budget that the plan has to keep: read-api or presence; default: read-api on what is not our fake",
      Command.LOAD),
  BASELINE(Form.VALUE, "FILE", "load.json of an earlier run to compare with", Command.LOAD),
  HISTORY(
      Form.VALUE,
      "DIR",
      "folder that keeps the last runs, for the trend on the page",
      Command.LOAD),
  SHARD(
      Form.VALUE,
      "I/N",
      "this is part I of N machines: users, rate and quota are divided",
      Command.LOAD),
  START_AT(
      Form.VALUE,
      "INSTANT",
      "when to start, such as 2026-11-26T10:00:00Z, the same on each machine",
      Command.LOAD),
  PORT(Form.VALUE, "N", "port to listen on; default: 0, a free one", Command.FAKE),
  PORT_FILE(
      Form.VALUE,
      "FILE",
      "file that holds the port from when the fake answers until it ends",
      Command.FAKE),
  BIND(Form.VALUE, "ADDR", "address to listen on; default 127.0.0.1", Command.FAKE),
  HTTPS(Form.FLAG, "", "serve HTTPS only, with a certificate made for this process", Command.FAKE),
  CERTIFICATE(
      Form.VALUE,
      "FILE",
      "with --https: file to write that certificate to, as PEM; default: a temporary one",
      Command.FAKE),
  CLIENT_CA(
      Form.VALUE,
      "FILE",
      "with --https: PEM file; clients have to show a certificate that it signed",
      Command.FAKE),
  FAULT(
      Form.LIST,
      "ID",
      "promise for the fake to break; for check and load: the embedded fake only",
      Command.CHECK,
      Command.LOAD,
      Command.FAKE),
  AUTH(
      Form.VALUE,
      "MODE",
      "lenient: any token will do; strict: it has to carry scp or roles; default lenient",
      Command.FAKE),
  WORK_LOCATION(
      Form.FLAG,
      "",
      "say in every read where people work, also while nobody said so",
      Command.FAKE),
  THROTTLE(
      Form.LIST,
      "NAME",
      "documented limit for the fake to keep: read-api or presence",
      Command.FAKE),
  DOCS(Form.VALUE, "DIR", "folder of the definition; default schemas/definition", Command.DERIVE),
  IN(Form.VALUE, "DIR", "folder of the results", Command.REPORT),
  GATE(
      Form.FLAG,
      "",
      "print the verdicts and write PASSED if the build may be green",
      Command.REPORT),
  OUT(
      Form.VALUE,
      "DIR",
      "folder to write to; default target/rollcall, for derive schemas",
      Command.CHECK,
      Command.LOAD,
      Command.MERGE,
      Command.DERIVE),
  SHOW_PERSONAL_DATA(
      Form.FLAG,
      "",
      "leave user ids and free text in reports on a target that is not our fake",
      Command.CHECK,
      Command.LOAD),
  DRY_RUN(
      Form.FLAG,
      "",
      "say what would be done; check asks a target only what it can do, load sends nothing",
      Command.CHECK,
      Command.LOAD),
  TRACE(
      Form.VALUE,
      "WHICH",
      "checks whose exchanges are kept: failed (all that did not pass) or all; default failed",
      Command.CHECK),
  STACK_TRACE(
      Form.FLAG,
      "",
      "print a stack trace with an error",
      Command.CHECK,
      Command.LOAD,
      Command.FAKE,
      Command.DERIVE,
      Command.REPORT,
      Command.MERGE);

  /** How a setting is written. */
  public enum Form {
    FLAG,
    VALUE,
    /** Repeated as an option, comma-separated as a property or variable. */
    LIST
  }

  /** The sub-commands of the command line. */
  public enum Command {
    CHECK,
    LOAD,
    FAKE,
    DERIVE,
    REPORT,
    MERGE
  }

  private final Form form;
  private final String label;
  private final String help;
  private final Set<Command> commands;

  Setting(Form form, String label, String help, Command... commands) {
    this.form = form;
    this.label = label;
    this.help = help;
    this.commands = EnumSet.copyOf(Arrays.asList(commands));
  }

  public Form form() {
    return form;
  }

  /** What stands for the value in help texts; empty for a flag. */
  public String label() {
    return label;
  }

  public String help() {
    return help;
  }

  /** Whether the sub-command takes this setting as an option. */
  public boolean belongsTo(Command command) {
    return commands.contains(command);
  }

  /** Such as {@code allow-writes}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Such as {@code --allow-writes}. */
  public String option() {
    return "--" + key();
  }

  /** Such as {@code rollcall.allow-writes}. */
  public String property() {
    return Settings.PREFIX + key();
  }

  /** Such as {@code ROLLCALL_ALLOW_WRITES}. */
  public String variable() {
    return "ROLLCALL_" + name();
  }

  static Optional<Setting> named(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }
}
