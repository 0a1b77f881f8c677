package dev.rollcall.load.plan;

import dev.rollcall.load.plan.Errand.Kind;
import dev.rollcall.target.Block;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Nearest;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code NAME { warm-up, stages, ... }}: a profile as profiles.conf and targets.conf write it. */
record ProfileBlock(String name, Block block) {
  private static final String WARM_UP = "warm-up";
  private static final String STAGES = "stages";
  private static final String POLLING = "polling";
  private static final String SEARCH = "search";
  private static final String BEYOND = "beyond";
  private static final String MIX = "mix";
  private static final String BATCH = "batch";
  private static final String BUNDLE = "bundle";
  private static final String USERS = "users";
  private static final String UNIFORM = "uniform";
  private static final String ZIPF = "zipf";
  private static final String VALIDATE = "validate";
  private static final String OBJECTIVES = "objectives";
  private static final String QUOTA = "quota";
  private static final String RATE = "rate";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String FOR = "for";

  private static final Set<String> SHAPES = Set.of(STAGES, POLLING, SEARCH);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofSeconds(LoadPlan.LONGEST_SECONDS);
  private static final int USUAL_WARM_UP = 10;
  private static final int USUAL_BATCH = 100;
  private static final int GREATEST_WEIGHT = 1_000;
  private static final int MOST_CLIENTS = 1_000_000;
  private static final int MOST_LOOKUPS = 1_000;

  /**
   * The profile that the settings name. All others are read as well, so that a mistake shows at
   * once.
   *
   * @throws InvalidSetting if there is no such profile, or one cannot be read
   */
  static Profile named(Settings settings) {
    String name = settings.value(Setting.PROFILE).orElse(Profile.USUAL);
    Map<String, Profile> profiles =
        settings.profiles().stream().map(ProfileBlock::all).toList().get(0);
    return Optional.ofNullable(profiles.get(name))
        .orElseThrow(
            () ->
                Settings.invalid(
                    Setting.PROFILE,
                    name,
                    "there is no such profile" + Nearest.to(name, profiles.keySet())));
  }

  private static Map<String, Profile> all(Block block) {
    var profiles = new LinkedHashMap<String, Profile>();
    block.eachBlock((key, each) -> profiles.put(key, new ProfileBlock(key, each).profile()));
    return profiles;
  }

  Profile profile() {
    block.requireKeys(
        Set.of(
            WARM_UP,
            STAGES,
            POLLING,
            SEARCH,
            BEYOND,
            MIX,
            BATCH,
            BUNDLE,
            USERS,
            VALIDATE,
            OBJECTIVES,
            QUOTA));
    if (SHAPES.stream().filter(block::has).count() != 1) {
      throw block.invalid(
          "profile "
              + name
              + " has to have either stages = [{rate = 20, for = 10s}], polling { ... } or search"
              + " { ... }");
    }
    Optional<Shape> shape =
        block.has(STAGES) ? Optional.of(stages()) : block.block(POLLING).map(ProfileBlock::polling);
    return new Profile(
        name,
        seconds(block, WARM_UP, Duration.ZERO).orElse(USUAL_WARM_UP),
        shape,
        block.block(SEARCH).map(ProfileBlock::search),
        mix(),
        zipf(),
        block.text(VALIDATE).map(this::validation).orElse(Validation.ALL),
        block.block(OBJECTIVES).map(ProfileBlock::objectives).orElseGet(Objectives::usual),
        quota(),
        block.block(BEYOND).map(this::beyond));
  }

  private Beyond beyond(Block given) {
    given.requireKeys(Set.of("clients", "patience"));
    if (block.has(SEARCH)) {
      throw block.invalid("profile " + name + " searches for a rate, and goes beyond no limit");
    }
    return new Beyond(
        required(given, "clients", key -> given.whole(key, 1, MOST_LOOKUPS)),
        required(given, "patience", key -> seconds(given, key, SECOND)));
  }

  private Shape stages() {
    List<Stage> stages = block.blocks(STAGES).stream().map(ProfileBlock::stage).toList();
    var all = new Stages(stages);
    if (all.peak() <= 0) {
      throw block.invalid("profile " + name + " has no stage in which a request leaves");
    }
    if (all.seconds() > LoadPlan.LONGEST_SECONDS) {
      throw block.invalid("profile " + name + " lasts longer than an hour");
    }
    return all;
  }

  private static Stage stage(Block stage) {
    stage.requireKeys(Set.of(RATE, FROM, TO, FOR));
    int seconds =
        seconds(stage, FOR, SECOND)
            .orElseThrow(() -> stage.invalid("a stage has no length; give for = 10s"));
    Optional<Double> rate = rate(stage, RATE, 0);
    Optional<Double> from = rate(stage, FROM, 0);
    Optional<Double> to = rate(stage, TO, 0);
    if (rate.isPresent() && from.isEmpty() && to.isEmpty()) {
      return Stage.constant(rate.get(), seconds);
    }
    if (rate.isEmpty() && from.isPresent() && to.isPresent()) {
      return new Stage(from.get(), to.get(), seconds);
    }
    throw stage.invalid("a stage has either a rate, or from and to");
  }

  private static Shape polling(Block polling) {
    polling.requireKeys(Set.of("clients", "interval", "jitter", FOR));
    Duration interval = required(polling, "interval", key -> polling.duration(key, SECOND, HOUR));
    var all =
        new Polling(
            required(polling, "clients", key -> polling.whole(key, 1, MOST_CLIENTS)),
            interval,
            polling.duration("jitter", Duration.ZERO, interval.dividedBy(2)).orElse(Duration.ZERO),
            required(polling, FOR, key -> seconds(polling, key, SECOND)));
    if (all.peak() > LoadPlan.FASTEST) {
      throw polling.invalid(
          "these clients ask more than " + LoadPlan.FASTEST + " times a second; give fewer");
    }
    return all;
  }

  private static Search search(Block search) {
    search.requireKeys(Set.of("start", "factor", "step", "most", "hold"));
    double start = required(search, "start", key -> rate(search, key, 1));
    return new Search(
        start,
        required(search, "factor", key -> search.number(key, 1.01, 10)),
        required(search, "step", key -> seconds(search, key, SECOND)),
        required(search, "most", key -> rate(search, key, start)),
        required(search, "hold", key -> seconds(search, key, SECOND)));
  }

  private Mix mix() {
    var weights = new EnumMap<Kind, Integer>(Kind.class);
    Optional<Block> given = block.block(MIX);
    given.ifPresent(
        mix -> {
          mix.requireKeys(
              Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.toSet()));
          for (Kind kind : Kind.values()) {
            mix.whole(kind.label(), 0, GREATEST_WEIGHT)
                .filter(weight -> weight > 0)
                .ifPresent(weight -> weights.put(kind, weight));
          }
          if (weights.isEmpty()) {
            throw mix.invalid("nothing is in the mix; give a kind a weight above 0");
          }
        });
    if (given.isEmpty()) {
      weights.put(Kind.BATCH, 1);
    }
    int bundle = block.whole(BUNDLE, 1, LoadPlan.MOST_PARTS).orElse(LoadPlan.MOST_PARTS);
    if (block.isBlock(BATCH)) {
      Block range = block.block(BATCH).orElseThrow().requireKeys(Set.of(FROM, TO));
      int fewest = required(range, FROM, key -> range.whole(key, 1, LoadPlan.MOST_IDS));
      int most = required(range, TO, key -> range.whole(key, fewest, LoadPlan.MOST_IDS));
      return new Mix(weights, fewest, most, bundle);
    }
    int size = block.whole(BATCH, 1, LoadPlan.MOST_IDS).orElse(USUAL_BATCH);
    return new Mix(weights, size, size, bundle);
  }

  private double zipf() {
    if (block.isBlock(USERS)) {
      Block users = block.block(USERS).orElseThrow().requireKeys(Set.of(ZIPF));
      return required(users, ZIPF, key -> users.number(key, 0.1, 5));
    }
    String text = block.text(USERS).orElse(UNIFORM);
    return switch (text) {
      case UNIFORM -> 0;
      case ZIPF -> 1;
      default -> throw block.invalid(USERS, text, "is neither uniform nor zipf");
    };
  }

  private Validation validation(String text) {
    return Validation.named(text)
        .orElseThrow(() -> block.invalid(VALIDATE, text, "is none of all, sample and none"));
  }

  private static Objectives objectives(Block given) {
    given.requireKeys(Set.of("p50", "p95", "p99", "error-share", "reached-share"));
    Objectives usual = Objectives.usual();
    return new Objectives(
        latency(given, "p50"),
        latency(given, "p95"),
        latency(given, "p99"),
        given.number("error-share", 0, 1).orElse(usual.errorShare()),
        given.number("reached-share", 0, 1).orElse(usual.reachedShare()));
  }

  private static Optional<Duration> latency(Block given, String key) {
    return given.duration(key, Duration.ofMillis(1), HOUR);
  }

  private List<String> quota() {
    List<String> names = block.texts(QUOTA);
    for (String budget : names) {
      try {
        Budget.named(budget);
      } catch (InvalidSetting e) {
        throw block.invalid(QUOTA, budget, "is no budget: " + e.getMessage());
      }
    }
    return names;
  }

  private static Optional<Double> rate(Block block, String key, double least) {
    return block.number(key, least, LoadPlan.FASTEST);
  }

  private static Optional<Integer> seconds(Block block, String key, Duration least) {
    return block
        .duration(key, least, HOUR)
        .map(
            length -> {
              if (length.getNano() != 0) {
                throw block.invalid(key, block.text(key).orElseThrow(), "is no whole second");
              }
              return (int) length.toSeconds();
            });
  }

  private static <T> T required(Block block, String key, Function<String, Optional<T>> read) {
    return read.apply(key).orElseThrow(() -> block.invalid("'" + key + "' is missing"));
  }
}
