package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.EditDistance;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.Lapse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every fault there is, by its id. */
public final class FaultRegistry {
  private static final Map<String, Fault> FAULTS =
      Stream.of(
              SessionFaults.all(),
              TimeFaults.all(),
              PreferenceFaults.all(),
              MessageFaults.all(),
              ReadFaults.all(),
              IdentityFaults.all(),
              LocationFaults.all(),
              OutOfOfficeFaults.all(),
              AnswerFaults.all(),
              PresenceFaults.all(),
              BatchFaults.all(),
              ActionFaults.all(),
              PermissionFaults.all(),
              WorkLocationFaults.all(),
              VersionFaults.all(),
              WireFaults.all(),
              FieldFaults.all(),
              ItemFaults.all(),
              ErrorFaults.all(),
              BundleFaults.all(),
              ThrottleFaults.all(),
              Stream.of(Lapse.values()))
          .flatMap(each -> each)
          .sorted(Comparator.comparing(Fault::family).thenComparing(Fault::id))
          .collect(
              Collectors.toMap(
                  Fault::id,
                  Function.identity(),
                  (one, other) -> {
                    throw new IllegalStateException("two faults are called " + one.id());
                  },
                  LinkedHashMap::new));

  private FaultRegistry() {}

  public static List<Fault> all() {
    return List.copyOf(FAULTS.values());
  }

  /**
   * The faults of those ids.
   *
   * @throws IllegalArgumentException naming the nearest if there is no such fault
   */
  public static List<Fault> named(List<String> ids) {
    return ids.stream().distinct().map(FaultRegistry::named).toList();
  }

  private static Fault named(String id) {
    Fault fault = FAULTS.get(id);
    if (fault == null) {
      String nearest =
          FAULTS.keySet().stream()
              .min(Comparator.comparingInt(each -> EditDistance.of(id, each)))
              .orElseThrow();
      throw new IllegalArgumentException(
          "there is no fault '%s'; the nearest is '%s', GET /__admin/presence/faults lists all"
              .formatted(id, nearest));
    }
    return fault;
  }
}
