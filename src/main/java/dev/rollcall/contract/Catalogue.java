package dev.rollcall.contract;

import dev.rollcall.contract.ask.Edition;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All checks, in the order of the report. */
public final class Catalogue {
  /** The classes of checks. */
  public static final List<Class<?>> CLASSES =
      List.of(
          GetPresenceContract.class,
          GetPresencesByUserIdContract.class,
          SetPresenceContract.class,
          SessionDurationContract.class,
          ClearPresenceContract.class,
          SetUserPreferredPresenceContract.class,
          PreferenceTimeContract.class,
          ClearUserPreferredPresenceContract.class,
          SetStatusMessageContract.class,
          StatusMessageTimeContract.class,
          RefusedWritesContract.class,
          PrecedenceContract.class,
          TimeContract.class,
          IsolationContract.class,
          VersionContract.class,
          SequencesContract.class,
          ValuesContract.class,
          OutOfOfficeContract.class,
          LocationActionsContract.class,
          LocationContract.class,
          CallerContract.class,
          PermissionsContract.class,
          LimitsContract.class,
          BatchContract.class,
          ErrorsContract.class,
          MannersContract.class);

  private Catalogue() {}

  /**
   * A check and the method that carries it.
   *
   * @param check as annotated
   */
  public record Entry(Check check, Method method) {
    /** What the id names before its dot: an operation, or a behaviour that belongs to none. */
    public String operation() {
      return check.id().substring(0, check.id().indexOf('.'));
    }

    /** The method's name as a sentence. */
    public String title() {
      String words = method.getName().replace('_', ' ');
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Why it has no place in a version: its pages may not make the promise. */
    Optional<String> unpromisedIn(Edition edition) {
      return edition.unpromised(operation(), check.clause()[0]);
    }

    /** Whether this is the check with which an operation's schema violations are filed. */
    boolean isShape() {
      return check.id().endsWith(".shape");
    }

    /**
     * Whether an id or tag selects this check: its operation, its level or one of its capabilities.
     */
    public boolean isSelectedBy(String tag) {
      return check.id().equals(tag)
          || operation().equals(tag)
          || check.level().name().equalsIgnoreCase(tag)
          || Arrays.stream(check.needs()).anyMatch(need -> need.name().equalsIgnoreCase(tag));
    }
  }

  /** All of them, by class and then by id. */
  public static List<Entry> entries() {
    return CLASSES.stream()
        .flatMap(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .flatMap(method -> entry(method).stream())
                    .sorted(Comparator.comparing(entry -> entry.check().id())))
        .toList();
  }

  /** The check that a method carries. */
  static Optional<Entry> entry(Method method) {
    return Optional.ofNullable(method.getAnnotation(Check.class))
        .map(check -> new Entry(check, method));
  }

  /** The check with this id. */
  static Optional<Entry> named(String id) {
    return entries().stream().filter(entry -> entry.check().id().equals(id)).findFirst();
  }
}
