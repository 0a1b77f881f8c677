package dev.rollcall.load;

import dev.rollcall.load.judge.Observed;
import dev.rollcall.load.measure.Recorder;
import dev.rollcall.load.measure.Recording;
import dev.rollcall.load.past.Baseline;
import dev.rollcall.load.plan.Beyond;
import dev.rollcall.load.plan.Budget;
import dev.rollcall.load.plan.LoadPlan;
import dev.rollcall.load.plan.Schedule;
import dev.rollcall.load.question.BatchJudge;
import dev.rollcall.load.question.Forms;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.load.question.OwnUsers;
import dev.rollcall.load.question.Question;
import dev.rollcall.load.question.Questions;
import dev.rollcall.load.throttle.Manners;
import dev.rollcall.load.throttle.PlainAsking;
import dev.rollcall.load.throttle.ThrottleVerdict;
import dev.rollcall.report.mask.Mask;
import dev.rollcall.report.page.Pages;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Addend;
import dev.rollcall.report.result.LoadResult.Problem;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.schema.Schemas;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One load run, for whatever program makes the requests: it takes {@link #next} lookups when the
 * plan says so, sends each to {@link #root}, hands in the answer, and returns the lookup by {@link
 * #done} in any case. Safe for use by many threads.
 *
 * <p>Should the process be told to end, the run writes what it knows and cleans up.
 */
public final class LoadRun implements AutoCloseable {
  // As many as an organisation has, so that no read finds everybody in a cache.
  static final int EMBEDDED_USERS = 100_000;

  static final String VERSION = "v1.0"; // of a result for which no target was opened

  private static final String UNCLEARED = "sessions are left, which lapse by themselves";
  private static final String ANYBODY = "/communications/" + BatchJudge.OPERATION;

  private final Target target;
  private final Optional<OwnFake> fake;
  private final Runnable release; // of the fake, unless it was lent
  private final LoadPlan plan;
  private final Consumer<String> told;
  private final Questions questions;
  private final OwnUsers own;
  private final ResultForm form;
  private final Schedule schedule;
  private final Optional<Baseline> baseline;
  private final Observation observation;
  private final Path folder;
  private final String version;
  private final boolean showsPeople;
  private final LongSupplier nanoTime = System::nanoTime;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong unsent = new AtomicLong();
  private final Ending ending;
  private volatile boolean interrupted;
  private final InstantSource clock;
  private volatile Beginning beginning;
  private Optional<LoadResult> result = Optional.empty();
  private boolean closed;

  /**
   * Opens the target; the embedded fake starts.
   *
   * @throws InvalidSetting if a setting is of no use, or load on this target is not allowed
   * @throws dev.rollcall.target.Unreachable if nothing answers
   */
  public static LoadRun open(Settings settings) {
    LoadPlan plan = LoadPlan.of(settings);
    return open(settings, plan, LoadRun::tell);
  }

  static LoadRun open(Settings settings, LoadPlan plan, Consumer<String> told) {
    return OwnFake.isWanted(settings)
        ? beside(OwnFake.start(settings, EMBEDDED_USERS), settings, plan, told)
        : open(settings, Optional.empty(), () -> {}, plan, told);
  }

  /**
   * One of many runs against a target.
   *
   * @param lent our fake in a process of its own, which outlives the run
   */
  static LoadRun step(Settings settings, Optional<OwnFake> lent, LoadPlan plan) {
    Settings own = lent.map(fake -> fake.settings(settings)).orElse(settings);
    return open(own.without(Setting.FAKE), lent, () -> {}, plan, LoadRun::tell);
  }

  private static LoadRun beside(
      OwnFake fake, Settings settings, LoadPlan plan, Consumer<String> told) {
    try {
      return open(fake.settings(settings), Optional.of(fake), fake::close, plan, told);
    } catch (RuntimeException e) {
      fake.close();
      throw e;
    }
  }

  private static LoadRun open(
      Settings settings,
      Optional<OwnFake> fake,
      Runnable release,
      LoadPlan plan,
      Consumer<String> told) {
    Target target = Target.open(settings, EMBEDDED_USERS);
    try {
      return new LoadRun(settings, fake, release, target, plan, told, InstantSource.system());
    } catch (RuntimeException e) {
      target.close();
      throw e;
    }
  }

  private LoadRun(
      Settings settings,
      Optional<OwnFake> fake,
      Runnable release,
      Target target,
      LoadPlan asked,
      Consumer<String> told,
      InstantSource clock) {
    Admission.refusal(settings, target)
        .ifPresent(
            reason -> {
              throw new InvalidSetting(reason);
            });
    this.clock = clock;
    this.beginning = Beginning.now(clock);
    this.target = target;
    this.fake = fake;
    this.release = release;
    this.plan = Admission.admitted(settings, target.ours(), asked);
    this.told = told;
    this.version = target.versions().get(0);
    this.own = Admission.ownUsers(target, root(), plan);
    Schemas schemas = Schemas.bundled(version);
    this.questions =
        new Questions(
            Admission.users(settings, target, plan), own, new Forms(schemas, target.ours()));
    this.form = new ResultForm(clock.instant(), plan, Admission.info(target), target.measured());
    this.schedule = new Schedule(plan);
    this.baseline = Baseline.of(settings, form.comparable());
    this.observation =
        new Observation(plan, new Recording(target, root()), schemas, told, nanoTime);
    this.folder = settings.value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
    this.showsPeople = settings.flag(Setting.SHOW_PERSONAL_DATA);
    if (plan.beyond().isPresent() && (fake.isPresent() || target.measured().equals("embedded"))) {
      target.arrangements().keepLimits(0, Budget.READ_API); // a fake of the user's own is as it is
    }
    this.ending = new Ending(this::interrupt);
  }

  public LoadPlan plan() {
    return plan;
  }

  /**
   * Waits for the moment at which the plan starts, if it names one.
   *
   * @throws InvalidSetting if the clock of this machine is wrong; the run is closed then
   * @throws IllegalStateException if the wait is interrupted; the run is closed then
   */
  public void awaitStart() {
    try {
      beginning =
          plan.startAt()
              .map(
                  at ->
                      Beginning.awaited(
                          at, clock, new ClockProbe(target.route(), root(), clock), told))
              .orElseGet(() -> Beginning.now(clock));
    } catch (InvalidSetting | IllegalStateException e) {
      interrupted = true; // whoever asks for a request all the same gets none
      close();
      throw e;
    }
  }

  /** The service root of the version, below which requests are sent. */
  public String root() {
    return target.root(version);
  }

  /** The forward proxy through which requests go; empty for none. */
  public Optional<InetSocketAddress> proxy() {
    return target.route().proxyFor(URI.create(root()));
  }

  /** The Authorization header's value; empty without token. Never to be logged. */
  public Optional<String> authorization() {
    return target.token(ANYBODY).map(token -> "Bearer " + token.reveal());
  }

  /** How long to wait before a request that depends on one that wrote. */
  public Duration settle() {
    return target.settle();
  }

  /** The next request, which leaves now; empty when there is none to send. */
  public Optional<Lookup> next() {
    if (isStopped()) {
      return Optional.empty();
    }
    long index = taken.getAndIncrement();
    Optional<Question> question = questions.of(index, plan.errand(index));
    if (question.isEmpty()) {
      unsent.incrementAndGet();
      return Optional.empty();
    }
    observation.sent();
    if (index == plan.allRequests() - plan.measuredRequests()) {
      fake.ifPresent(OwnFake::restart);
    }
    long now = nanoTime.getAsLong();
    return question.map(
        asked -> new Lookup(index, asked, schedule.intendedNanos(index, now), now, nanoTime));
  }

  /**
   * Records a request, answered or not.
   *
   * @return what is to be sent because of its answer
   */
  public Optional<Lookup> done(Lookup lookup) {
    observation.cameBack(lookup);
    Optional<Lookup> next = isStopped() ? Optional.empty() : lookup.next();
    if (next.isEmpty()) {
      lookup.question().end().run();
    }
    observation.take(lookup);
    return next;
  }

  /** Whether the process was told to end. */
  boolean wasInterrupted() {
    return interrupted;
  }

  /** Whether nothing is to be sent any more. */
  public boolean isStopped() {
    return interrupted || observation.stopped().isPresent();
  }

  /**
   * Settles the verdict and writes {@code load.json}; once, however often it is called.
   *
   * @param versions of the program that made the requests
   */
  public synchronized LoadResult finish(Map<String, String> versions) {
    if (result.isEmpty()) {
      Recorder.Figures figures = observation.figures();
      List<Problem> found = new ArrayList<>(problems());
      int uncleared = own.clear();
      if (uncleared > 0) {
        found.add(new Problem("clearPresence", UNCLEARED, uncleared, List.of()));
      }
      Observed observed =
          new Observed(
              plan.validation(),
              found,
              observation.stopped(),
              remarks(),
              fake.flatMap(OwnFake::cpuSeconds));
      Addend addend = beginning.addend(figures, observation.tookSeconds(), observed);
      LoadResult settled =
          form.settled(figures, observed, baseline, versions).asPart(plan.shard().told(addend));
      LoadResult whole = plan.beyond().map(beyond -> throttled(settled, beyond)).orElse(settled);
      ResultFiles.write(whole, folder);
      result = Optional.of(whole);
    }
    return result.get();
  }

  private LoadResult throttled(LoadResult settled, Beyond beyond) {
    if (isStopped()) {
      return settled;
    }
    var asking = new PlainAsking(target.route().client().build(), root(), this::authorization);
    return new ThrottleVerdict(observation.refusals(), beyond)
        .of(settled, new Manners(asking, Manners::sleep, nanoTime));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (interrupted) {
      remarks.add("the run was interrupted");
    }
    if (unsent.get() > 0) {
      remarks.add(
          unsent
              + " sessions were not set, since every user was taken; name more with "
              + Setting.TEST_USERS.option());
    }
    return remarks;
  }

  private List<Problem> problems() {
    List<Problem> found = observation.problems();
    return target.ours() || showsPeople ? found : Mask.masked(found);
  }

  /** Runs while the process ends, which has a deadline that nobody knows: pages come last. */
  private void interrupt() {
    interrupted = true;
    told.accept("load: interrupted; cleaning up");
    LoadResult partial = finish(Map.of());
    close();
    Pages.render(folder);
    told.accept(
        "load: "
            + partial.verdict()
            + "  ("
            + String.join("; ", partial.reasons())
            + ")  -> "
            + folder.resolve("index.html"));
  }

  /** Lets go of the target; the embedded fake stops. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      ending.close();
      observation.close();
      try {
        target.close();
      } finally {
        release.run();
      }
    }
  }

  /** To the console of the process: whoever makes the requests may have taken the usual one. */
  static void tell(String line) {
    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
        .println(line);
  }
}
