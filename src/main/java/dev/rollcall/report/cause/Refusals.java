package dev.rollcall.report.cause;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.text.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is refused, what is not, and in which form. */
final class Refusals {
  private static final Set<Integer> NOT_THERE = Set.of(404, 405, 501);

  private final ContractResult result;
  private final List<Asked> all;

  Refusals(ContractResult result, List<Asked> all) {
    this.result = result;
    this.all = all;
  }

  Stream<Cause> causes() {
    return Stream.concat(
        Stream.of(
                nothingRefused(),
                noTokenNeeded(),
                everythingRefused(),
                refusalsWithoutForm(),
                webPages())
            .flatMap(Optional::stream),
        operationsNotThere());
  }

  private Optional<Cause> nothingRefused() {
    List<Asked> bodies = all.stream().filter(asked -> asked.isWrite() || asked.isBatch()).toList();
    List<Asked> wrong =
        bodies.stream()
            .filter(Asked::isServed)
            .filter(asked -> asked.finding().expected().matches("(?s).*(refus|\\b4\\d\\d\\b).*"))
            .toList();
    boolean everRefused = bodies.stream().anyMatch(asked -> asked.status() / 100 == 4);
    return wrong.size() >= Causes.ENOUGH && !everRefused
        ? Optional.of(
            Cause.of(
                "No request body is ever refused.",
                "All "
                    + Figures.count(bodies.size(), "request")
                    + " with a body were answered with success, wrong ones among them.",
                "Bodies are not read, or not judged.",
                wrong))
        : Optional.empty();
  }

  private Optional<Cause> noTokenNeeded() {
    List<Asked> bare =
        all.stream()
            .filter(asked -> !asked.operation().isEmpty() && asked.isServed())
            .filter(asked -> !asked.bearsToken())
            .toList();
    return !bare.isEmpty() && all.stream().anyMatch(Asked::bearsToken)
        ? Optional.of(
            Cause.of(
                "No token is needed.",
                Figures.count(bare.size(), "request") + " without a token got an answer.",
                "Nothing before the service asks who is calling.",
                bare))
        : Optional.empty();
  }

  private Optional<Cause> everythingRefused() {
    List<Asked> bearing =
        all.stream().filter(asked -> asked.bearsToken() && !asked.operation().isEmpty()).toList();
    boolean refused = bearing.stream().allMatch(a -> a.status() == 401 || a.status() == 403);
    return bearing.size() >= Causes.ENOUGH && refused
        ? Optional.of(
            Cause.of(
                "Every request is refused.",
                "All "
                    + Figures.count(bearing.size(), "request")
                    + " with the token were answered with "
                    + statuses(bearing)
                    + ".",
                "The token is not valid here, or lacks the permission.",
                bearing))
        : Optional.empty();
  }

  private Optional<Cause> refusalsWithoutForm() {
    List<Asked> bare =
        all.stream()
            .filter(asked -> asked.status() >= 400)
            .filter(asked -> !asked.answered().at("/error/code").isString())
            .toList();
    return bare.size() >= Causes.ENOUGH
        ? Optional.of(
            Cause.of(
                "Refusals do not have the documented form.",
                Figures.count(bare.size(), "answer")
                    + " with "
                    + statuses(bare)
                    + " had no error object with a code.",
                "They come from a server or gateway before the service.",
                bare))
        : Optional.empty();
  }

  private Optional<Cause> webPages() {
    List<Asked> pages = all.stream().filter(Asked::isServed).filter(Asked::isPage).toList();
    return pages.size() >= Causes.ENOUGH
        ? Optional.of(
            Cause.of(
                "Answers are web pages.",
                Figures.count(pages.size(), "answer") + " had the content type text/html.",
                "A sign-in page or a proxy stands before the service, or the address is wrong.",
                pages))
        : Optional.empty();
  }

  private Stream<Cause> operationsNotThere() {
    Map<String, List<Asked>> byOperation =
        all.stream()
            .filter(asked -> !asked.operation().isEmpty())
            .filter(asked -> asked.isRead() || asked.isBatch() || asked.isWrite())
            .collect(
                Collectors.groupingBy(Refusals::named, LinkedHashMap::new, Collectors.toList()));
    return byOperation.entrySet().stream()
        .filter(each -> each.getValue().size() >= Causes.ENOUGH)
        .filter(each -> each.getValue().stream().allMatch(a -> NOT_THERE.contains(a.status())))
        .filter(each -> nothingHolds(each.getKey()))
        .map(
            each ->
                Cause.of(
                    each.getKey() + " is not there.",
                    "All "
                        + Figures.count(each.getValue().size(), "request")
                        + " were answered with "
                        + statuses(each.getValue())
                        + ".",
                    "The operation is not built, or its path is another.",
                    each.getValue()));
  }

  /** A check that passed may have been served: it leaves no exchange behind to see it by. */
  private boolean nothingHolds(String operation) {
    return result.checks().stream()
        .noneMatch(f -> f.operation().equals(operation) && f.outcome() == Outcome.PASSED);
  }

  private static String named(Asked asked) {
    return switch (asked.operation()) {
      case Asked.READ -> "getPresence";
      case Asked.MANY -> "getPresencesByUserId";
      default -> asked.operation();
    };
  }

  private static String statuses(List<Asked> asked) {
    return asked.stream()
        .map(each -> each.status() == 0 ? "nothing" : "" + each.status())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }
}
