package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Route;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was switched on together: faults that meet every request, and faults that meet some. */
final class SwitchedFaults {
  // What is kept between requests must not grow with every draw of many shares.
  private static final int KEPT = 64;

  private final List<FaultDraw> draws;
  private final ActiveFaults always;
  private final boolean alike;
  private final Map<BitSet, ActiveFaults> met = new ConcurrentHashMap<>();

  SwitchedFaults(List<FaultPlan> plans) {
    this.draws = plans.stream().distinct().map(FaultDraw::new).toList();
    this.alike = plans.stream().allMatch(FaultPlan::isAlways);
    this.always =
        ActiveFaults.of(plans.stream().filter(FaultPlan::isAlways).map(FaultPlan::fault).toList());
  }

  /** Those that meet every request. */
  ActiveFaults always() {
    return always;
  }

  /** Those that meet the request for that, decided anew. */
  ActiveFaults meeting(Optional<Route> route) {
    return alike ? always : drawn(route.map(Route::operation));
  }

  /**
   * Those that meet a request within another one: what was decided for the whole, and what is for
   * requests like the part alone, decided anew.
   */
  ActiveFaults meeting(Optional<Route> part, ActiveFaults whole) {
    Optional<GraphOperation> asked =
        part.map(Route::operation).filter(operation -> operation != GraphOperation.BATCH);
    if (alike || asked.isEmpty()) {
      return whole;
    }
    BitSet hits = new BitSet(draws.size());
    for (int i = 0; i < draws.size(); i++) {
      FaultDraw draw = draws.get(i);
      hits.set(i, draw.plan().meetsParts() && draw.meets(asked));
    }
    if (hits.isEmpty()) {
      return whole;
    }
    for (int i = 0; i < draws.size(); i++) {
      if (whole.ids().contains(draws.get(i).plan().fault().id())) {
        hits.set(i);
      }
    }
    return of(hits);
  }

  private ActiveFaults drawn(Optional<GraphOperation> asked) {
    BitSet hits = new BitSet(draws.size());
    for (int i = 0; i < draws.size(); i++) {
      hits.set(i, draws.get(i).meets(asked));
    }
    return of(hits);
  }

  private ActiveFaults of(BitSet hits) {
    ActiveFaults known = met.get(hits);
    if (known != null) {
      return known;
    }
    ActiveFaults fresh =
        ActiveFaults.of(
            hits.stream().mapToObj(i -> draws.get(i).plan().fault()).distinct().toList());
    if (met.size() < KEPT) {
      met.put(hits, fresh);
    }
    return fresh;
  }

  /** What is still on, as it can be sent again. */
  List<Object> shown() {
    return draws.stream().filter(draw -> !draw.over()).map(FaultDraw::shown).toList();
  }
}
