package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Caller;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses requests beyond the budgets that are kept, facts file section 4: over a rolling window by
 * the fake's clock, for each application and tenant alone, the first limit reached. A refused
 * request counts too, so that whoever does not wait is not served; the wait that is announced
 * includes it, so that whoever does wait is. Knows the last so many applications; one that is
 * forgotten starts anew.
 */
public final class Throttle {
  private static final String RETRY_AFTER = "Retry-After";
  private static final int APPLICATIONS = 1_000;

  private final World world;
  private volatile Limits limits = Limits.NONE;
  private volatile List<Budget> budgets = List.of();
  private final Map<String, Map<Budget, Deque<Instant>>> counted =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Budget, Deque<Instant>>> eldest) {
          return size() > APPLICATIONS;
        }
      };

  public Throttle(World world) {
    this.world = world;
  }

  public Limits limits() {
    return limits;
  }

  /** Keeps these from now on; whoever called before begins anew. */
  public synchronized void keep(Limits value) {
    limits = value;
    budgets = value.budgets();
    counted.clear();
  }

  /** Counts a request; the answer that it gets when it is one too many. */
  Optional<Answer> refusal(Call call) {
    List<Budget> kept = budgets;
    if (kept.isEmpty() || !counts(call)) {
      return Optional.empty();
    }
    GraphOperation operation = call.operation().orElseThrow();
    List<Budget> concerned = kept.stream().filter(each -> each.concerns(operation)).toList();
    return wait(call, concerned)
        .map(
            wait ->
                Envelope.of(429, "TooManyRequests", "Too many requests; wait and try again.", call)
                    .withHeader(RETRY_AFTER, Long.toString(seconds(wait))));
  }

  // Whole seconds after which the next request is served: never fewer than that takes.
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  private static boolean counts(Call call) {
    ActiveFaults faults = call.faults();
    Optional<GraphOperation> operation =
        call.operation().filter(each -> each.method().equals(call.method()));
    if (call.caller().isEmpty()
        || operation.isEmpty()
        || faults.has(Lapse.THROTTLE_LIMIT_IGNORED)) {
      return false;
    }
    if (operation.get() == GraphOperation.BATCH) {
      return faults.has(Lapse.THROTTLE_COUNTS_THE_BATCH);
    }
    return !(operation.get().acts() && faults.has(Lapse.THROTTLE_SPARES_WRITES));
  }

  private synchronized Optional<Duration> wait(Call call, List<Budget> concerned) {
    ActiveFaults faults = call.faults();
    Instant now = world.clock().instant();
    Map<Budget, Deque<Instant>> mine =
        counted.computeIfAbsent(application(call), key -> new HashMap<>());
    int weight = faults.has(Lapse.THROTTLE_COUNTS_IDS) ? ids(call) : 1;
    boolean over = false;
    for (Budget budget : concerned) {
      Deque<Instant> requests =
          mine.computeIfAbsent(budget, key -> spent(now, most(budget, faults)));
      forget(requests, now.minus(kept(budget, faults)));
      over |= requests.size() + weight > most(budget, faults);
    }
    Duration longest = Duration.ZERO;
    for (Budget budget : concerned) {
      Deque<Instant> requests = mine.getOrDefault(budget, new ArrayDeque<>());
      if (!over || !faults.has(Lapse.THROTTLE_RETRIES_FREE)) {
        add(requests, now, weight, most(budget, faults));
      }
      Duration wait = wait(requests, budget, now, most(budget, faults));
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return over ? Optional.of(longest) : Optional.empty();
  }

  private Deque<Instant> spent(Instant now, int most) {
    Deque<Instant> requests = new ArrayDeque<>();
    add(requests, now, limits.spent(), most);
    return requests;
  }

  private static void forget(Deque<Instant> requests, Instant until) {
    while (!requests.isEmpty() && !requests.getFirst().isAfter(until)) {
      requests.removeFirst();
    }
  }

  // More than the newest that fill the budget say nothing: hence the bound.
  private static void add(Deque<Instant> requests, Instant now, int weight, int most) {
    for (int i = 0; i < Math.min(weight, most); i++) {
      requests.addLast(now);
    }
    while (requests.size() > most) {
      requests.removeFirst();
    }
  }

  private static Duration wait(Deque<Instant> requests, Budget budget, Instant now, int most) {
    if (requests.size() < most) {
      return Duration.ZERO;
    }
    Instant oldest = requests.isEmpty() ? now : requests.getFirst();
    return Duration.between(now, oldest.plus(budget.window()));
  }

  private static Duration kept(Budget budget, ActiveFaults faults) {
    if (faults.has(Lapse.THROTTLE_NEVER_RECOVERS)) {
      return Duration.ofDays(100_000);
    }
    return faults.has(Lapse.THROTTLE_RECOVERS_LATE)
        ? budget.window().plusSeconds(10)
        : budget.window();
  }

  private static int most(Budget budget, ActiveFaults faults) {
    return budget.requests()
        + (faults.has(Lapse.THROTTLE_LIMIT_OFF_BY_ONE_HIGH) ? 1 : 0)
        - (faults.has(Lapse.THROTTLE_LIMIT_OFF_BY_ONE_LOW) ? 1 : 0);
  }

  private int ids(Call call) {
    if (call.operation().filter(GraphOperation.GET_PRESENCES_BY_USER_ID::equals).isEmpty()) {
      return 1;
    }
    try {
      return Math.max(
          1, IdReader.read(call.body(), Integer.MAX_VALUE, false, world.roster()).size());
    } catch (Refused refused) {
      return 1;
    }
  }

  private static String application(Call call) {
    ActiveFaults faults = call.faults();
    Caller caller = call.from();
    String application =
        faults.has(Lapse.THROTTLE_COUNTS_ALL_APPLICATIONS) ? "" : caller.application();
    String tenant = faults.has(Lapse.THROTTLE_COUNTS_ALL_TENANTS) ? "" : caller.tenant();
    String user =
        faults.has(Lapse.THROTTLE_COUNTS_USERS_ALONE)
            ? caller.oid().map(Object::toString).orElse("")
            : "";
    return String.join(" ", application, tenant, user);
  }
}
