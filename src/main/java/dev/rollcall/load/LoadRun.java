package dev.rollcall.load;

import dev.rollcall.load.past.Baseline;
import dev.rollcall.report.LoadResult;
import dev.rollcall.report.ResultFiles;
import dev.rollcall.schema.Schemas;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * One load run, for whatever program makes the requests: it takes {@link #next} lookups when the
 * plan says so, sends each to {@link #url}, hands in the answer, and returns the lookup by {@link
 * #done} in any case. Safe for use by many threads.
 */
public final class LoadRun implements AutoCloseable {
  /** Name of the requests, in reports. */
  public static final String OPERATION = "getPresencesByUserId";

  // As many as an organisation has, so that no read finds everybody in a cache.
  private static final int EMBEDDED_USERS = 100_000;

  static final String VERSION = "v1.0"; // of a result for which no target was opened
  private static final String PATH = "/communications/" + OPERATION;

  private final Target target;
  private final LoadPlan plan;
  private final String version;
  private final UserPool users;
  private final AnswerJudge judge;
  private final ResultForm form;
  private final Schedule schedule;
  private final Optional<Baseline> baseline;
  private final ProcessMeter meter;
  private final Recorder recorder;
  private final Path folder;
  private final LongSupplier nanoTime = System::nanoTime;
  private final AtomicLong taken = new AtomicLong();

  /**
   * Opens the target; the embedded fake starts.
   *
   * @throws InvalidSetting if a setting is of no use, or load on this target is not allowed
   * @throws dev.rollcall.target.Unreachable if nothing answers
   */
  public static LoadRun open(Settings settings) {
    LoadPlan plan = LoadPlan.of(settings);
    Target target = Target.open(settings, EMBEDDED_USERS);
    try {
      return new LoadRun(settings, target, plan, InstantSource.system());
    } catch (RuntimeException e) {
      target.close();
      throw e;
    }
  }

  private LoadRun(Settings settings, Target target, LoadPlan asked, InstantSource clock) {
    Admission.refusal(settings, target)
        .ifPresent(
            reason -> {
              throw new InvalidSetting(reason);
            });
    this.target = target;
    this.plan = Admission.admitted(settings, target.ours(), asked);
    this.users = Admission.users(settings, target, plan);
    this.version = target.versions().get(0);
    this.judge = new AnswerJudge(Schemas.bundled(version), target.ours());
    this.form = new ResultForm(clock.instant(), plan, Admission.info(target), target.measured());
    this.schedule = new Schedule(plan);
    this.baseline = Baseline.of(settings, form.comparable());
    this.meter = ProcessMeter.started();
    this.recorder = new Recorder(plan, meter);
    this.folder = settings.value(Setting.OUT).map(Path::of).orElse(ResultFiles.USUAL_FOLDER);
  }

  public LoadPlan plan() {
    return plan;
  }

  /** Where lookups are posted. */
  public String url() {
    return target.root(version) + PATH;
  }

  /** The forward proxy through which lookups go; empty for none. */
  public Optional<InetSocketAddress> proxy() {
    return target.route().proxyFor(URI.create(url()));
  }

  /** The Authorization header's value; empty without token. Never to be logged. */
  public Optional<String> authorization() {
    return target.token(PATH).map(token -> "Bearer " + token.reveal());
  }

  /** The next lookup, which leaves now. */
  public Lookup next() {
    long index = taken.getAndIncrement();
    List<String> asked = users.batch(index, plan.errand(index).size());
    byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("ids", asked));
    long now = nanoTime.getAsLong();
    return new Lookup(index, asked, body, schedule.intendedNanos(index, now), now, judge, nanoTime);
  }

  /** Records a lookup, answered or not. */
  public void done(Lookup lookup) {
    recorder.add(lookup);
  }

  /**
   * Settles the verdict and writes {@code load.json}.
   *
   * @param versions of the program that made the requests
   */
  public LoadResult finish(Map<String, String> versions) {
    LoadResult result = form.settled(recorder.figures(), baseline, versions);
    ResultFiles.write(result, folder);
    return result;
  }

  /** Lets go of the target; the embedded fake stops. */
  @Override
  public void close() {
    meter.close();
    target.close();
  }
}
