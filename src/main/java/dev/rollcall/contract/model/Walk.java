package dev.rollcall.contract.model;

import dev.rollcall.contract.model.Subject.Path;
import dev.rollcall.definition.Combination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One sequence on its way: each command is followed by a read, each answer shown to the oracle. */
final class Walk {
  private static final int TOO_MANY_REQUESTS = 429;

  private final Repertoire repertoire;
  private final Oracle oracle;
  private final Subject subject;
  private final long startNanos = System.nanoTime();
  private final List<String> steps = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  Walk(Repertoire repertoire, Oracle oracle, Subject subject) {
    this.repertoire = repertoire;
    this.oracle = oracle;
    this.subject = subject;
  }

  /** Goes on until something is wrong or there are no more steps. */
  Optional<Finding> run(Choices choices, int mostSteps) {
    Optional<Finding> found = Optional.empty();
    for (int step = 1; step <= mostSteps && found.isEmpty() && choices.step(); step++) {
      Command command = repertoire.draw(new Repertoire.Situation(choices, oracle, now(), step));
      Path path = choices.oneOf(List.of(Path.values()));
      steps.add(command.toString());
      found = write(command).or(() -> read(path));
    }
    return found;
  }

  private Optional<Finding> write(Command command) {
    int status = command.on(subject);
    passed = passed.plus(command.passes());
    // a write that was throttled did nothing, and says nothing about what is judged here
    return status == TOO_MANY_REQUESTS
        ? Optional.empty()
        : command.on(oracle, status, now()).map(expected -> finding(expected, "status " + status));
  }

  private Optional<Finding> read(Path path) {
    steps.set(steps.size() - 1, steps.get(steps.size() - 1) + path);
    Seen seen = subject.read(path, each -> wrong(path, each).isEmpty());
    return seen.status() == TOO_MANY_REQUESTS ? Optional.empty() : wrong(path, seen);
  }

  private Optional<Finding> wrong(Path path, Seen seen) {
    if (seen.pair().isEmpty()) {
      return Optional.of(finding("a presence of the user", seen.told()));
    }
    Combination pair = seen.pair().get();
    Set<Combination> pairs = oracle.pairs(now());
    if (!pairs.isEmpty() && pairs.stream().noneMatch(each -> covers(each, pair))) {
      return Optional.of(finding(oneOf(pairs), pair.toString()));
    }
    Set<String> texts = oracle.texts(now());
    String text = seen.text().map(String::strip).orElse("");
    boolean leftOut = path == Path.BATCH && text.isEmpty();
    return texts.isEmpty() || texts.contains(text) || leftOut
        ? Optional.empty()
        : Optional.of(finding(oneOf(named(texts)), named(text)));
  }

  private Finding finding(String expected, String actual) {
    return new Finding(expected, actual, steps);
  }

  private Moment now() {
    return new Moment(passed, passed.plusNanos(System.nanoTime() - startNanos));
  }

  private static boolean covers(Combination allowed, Combination shown) {
    return allowed.availability().equals(shown.availability())
        && (allowed.activity().equals(Aggregate.ANY)
            || allowed.activity().equals(shown.activity()));
  }

  private static Set<String> named(Set<String> texts) {
    return texts.stream().map(Walk::named).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String named(String text) {
    return text.isEmpty() ? "no status message" : "status message '" + text + "'";
  }

  private static String oneOf(Set<?> things) {
    return things.stream().map(Object::toString).distinct().collect(Collectors.joining(" or "));
  }
}
