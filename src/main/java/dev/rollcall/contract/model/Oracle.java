package dev.rollcall.contract.model;

import dev.rollcall.contract.model.Aggregate.Shown;
import dev.rollcall.contract.model.Subject.App;
import dev.rollcall.definition.Combination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the documentation allows one user to show. Follows the writes and says for each moment the
 * set of right answers: more than one where sources leave it open, near an edge
 * of time, and where only a SHOULD tells what a write does. Shares no code with any service.
 */
final class Oracle {
  private static final Duration SHORTEST = Duration.ofMinutes(5); // S-081
  private static final Duration LONGEST = Duration.ofHours(4); // S-082
  private static final Duration USUAL = Duration.ofMinutes(5); // S-086
  private static final Duration FIRM_PREFERENCE = Duration.ofDays(1); // S-137
  private static final Duration OTHER_PREFERENCE = Duration.ofDays(7); // S-138
  private static final Duration PRINTED_PREFERENCE = Duration.ofHours(8); // S-139
  private static final Duration FOREVER = Duration.ofDays(36_500); // S-149

  private final Tables tables;
  private final boolean shoulds;
  private final Aggregate aggregate;
  private final Map<App, Fact<Combination>> sessions = new EnumMap<>(App.class);
  private List<Fact<Combination>> preferences = List.of();
  private Optional<Fact<String>> message = Optional.empty();
  private boolean lost;

  /**
   * A user without session and preference, and with any message.
   *
   * @param shoulds whether what merely should be is judged too
   */
  Oracle(Tables tables, boolean shoulds) {
    this.tables = tables;
    this.shoulds = shoulds;
    this.aggregate = new Aggregate(shoulds);
  }

  // writes: each tells the status that was expected if that which came is wrong

  Optional<String> setSession(
      App app, Combination pair, Optional<Duration> life, int status, Moment now) {
    Duration lasts = life.orElse(USUAL);
    if (!tables.sessions().contains(pair)
        || lasts.compareTo(SHORTEST) < 0
        || lasts.compareTo(LONGEST) > 0) {
      return refused(status);
    }
    if (isSuccess(status)) {
      if (sureSessions(now) == 0) {
        doubtPreferences(); // S-136
      }
      sessions.put(app, new Fact<>(pair, now, lasts, true, true));
    }
    return expected(isSuccess(status), "status 200");
  }

  Optional<String> clearSession(App app, int status, Moment now) {
    boolean lives =
        Optional.ofNullable(sessions.get(app)).filter(s -> s.surelyHolds(now)).isPresent();
    if (isSuccess(status) || status == 404) {
      sessions.remove(app);
    } else {
      sessions.computeIfPresent(app, (each, session) -> session.doubted());
    }
    doubtPreferences(); // S-126
    doubtMessage();
    return expected(isSuccess(status) || !lives && isRefusal(status), "status 200");
  }

  Optional<String> prefer(Combination pair, Optional<Duration> life, int status, Moment now) {
    if (!tables.preferences().contains(pair)) {
      return refused(status);
    }
    boolean firm = List.of("DoNotDisturb", "Busy").contains(pair.availability());
    Duration lasts = life.orElse(firm ? FIRM_PREFERENCE : OTHER_PREFERENCE);
    if (isSuccess(status)) {
      doubtPreferences(); // S-141
      boolean sure = shoulds || preferences.isEmpty() && sureSessions(now) > 0; // S-136
      var preference = new Fact<>(pair, now, lasts, sure, shoulds || life.isEmpty()); // S-140
      preferences =
          Stream.concat(shoulds ? Stream.of() : preferences.stream(), Stream.of(preference))
              .toList();
    }
    boolean bounded = life.isPresent() && !life.get().equals(PRINTED_PREFERENCE);
    return expected(isSuccess(status) || bounded && isRefusal(status), "status 200");
  }

  Optional<String> clearPreference(int status, Moment now) {
    boolean holds = preferences.stream().anyMatch(each -> each.surelyHolds(now));
    doubtPreferences(); // S-145
    doubtSessions();
    if (shoulds && (isSuccess(status) || status == 404)) {
      preferences = List.of();
    }
    return expected(isSuccess(status) || !holds && isRefusal(status), "status 200");
  }

  Optional<String> say(String text, Optional<Duration> life, int status, Moment now) {
    if (isSuccess(status)) {
      message = Optional.of(new Fact<>(text, now, life.orElse(FOREVER), true, shoulds)); // S-154
      doubtPreferences(); // S-156
      doubtSessions();
    }
    return expected(isSuccess(status), "status 200");
  }

  /** A target may take what no page lists; nobody can tell then what it shows. */
  private Optional<String> refused(int status) {
    lost |= isSuccess(status);
    return expected(isSuccess(status) || isRefusal(status), "a refusal (4xx)");
  }

  private static Optional<String> expected(boolean kept, String status) {
    return kept ? Optional.empty() : Optional.of(status);
  }

  private static boolean isSuccess(int status) {
    return status / 100 == 2;
  }

  private static boolean isRefusal(int status) {
    return status / 100 == 4;
  }

  private void doubtSessions() {
    if (!shoulds) {
      sessions.replaceAll((app, session) -> session.doubted());
    }
  }

  private void doubtPreferences() {
    if (!shoulds) {
      preferences = preferences.stream().map(Fact::doubted).toList();
    }
  }

  private void doubtMessage() {
    if (!shoulds) {
      message = message.map(Fact::doubted);
    }
  }

  // reads

  /** The pairs that may show; none where any may. */
  Set<Combination> pairs(Moment now) {
    Set<Combination> pairs = new LinkedHashSet<>();
    if (lost) {
      return pairs;
    }
    for (Optional<Combination> preferred : preferred(now)) {
      for (Optional<Shown> own : shown(App.OWN, now)) {
        for (Optional<Shown> other : shown(App.OTHER, now)) {
          pairs.addAll(
              aggregate.visible(
                  Stream.of(own, other).flatMap(Optional::stream).toList(), preferred));
        }
      }
    }
    return pairs;
  }

  /** The texts that may show, an empty one for no message; none where any may. */
  Set<String> texts(Moment now) {
    Set<String> texts = new LinkedHashSet<>();
    message.filter(each -> each.mayHold(now)).ifPresent(each -> texts.add(each.what()));
    message.filter(each -> !each.surelyHolds(now)).ifPresent(each -> texts.add(""));
    return texts;
  }

  /** How long from now until something fades or ends, as far as a month ahead. */
  List<Duration> edges(Moment now) {
    List<Duration> edges = new ArrayList<>();
    for (Fact<Combination> session : sessions.values()) {
      edges.addAll(until(now, session, Aggregate.TO_INACTIVE, Aggregate.TO_AWAY, session.life()));
    }
    preferences.forEach(preference -> edges.addAll(until(now, preference, preference.life())));
    message.ifPresent(each -> edges.addAll(until(now, each, each.life())));
    return edges.stream()
        .filter(edge -> edge.compareTo(Duration.ofDays(30)) < 0)
        .distinct()
        .toList();
  }

  private static List<Duration> until(Moment now, Fact<?> fact, Duration... ages) {
    Duration age = now.earliest().minus(fact.since().earliest());
    return Arrays.stream(ages)
        .map(each -> each.minus(age))
        .filter(each -> !each.isNegative())
        .toList();
  }

  /** How many sessions surely live. */
  int sureSessions(Moment now) {
    return (int) sessions.values().stream().filter(session -> session.surelyHolds(now)).count();
  }

  private List<Optional<Combination>> preferred(Moment now) {
    List<Optional<Combination>> possible = new ArrayList<>();
    preferences.stream()
        .filter(each -> each.mayHold(now))
        .forEach(each -> possible.add(Optional.of(each.what())));
    if (preferences.stream().noneMatch(each -> each.surelyHolds(now))) {
      possible.add(Optional.empty());
    }
    return possible;
  }

  private List<Optional<Shown>> shown(App app, Moment now) {
    Optional<Fact<Combination>> session = Optional.ofNullable(sessions.get(app));
    List<Optional<Shown>> possible = new ArrayList<>();
    session
        .filter(each -> each.mayHold(now))
        .ifPresent(
            each -> aggregate.states(each, now).forEach(state -> possible.add(Optional.of(state))));
    if (session.filter(each -> each.surelyHolds(now)).isEmpty()) {
      possible.add(Optional.empty());
    }
    return possible;
  }
}
