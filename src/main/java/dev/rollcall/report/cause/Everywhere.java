package dev.rollcall.report.cause;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.text.Figures;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What stands between a run and the service: every read fails, and all in the same way. */
final class Everywhere {
  private final ContractResult result;
  private final List<Asked> reads;

  Everywhere(ContractResult result, List<Asked> all) {
    this.result = result;
    this.reads =
        all.stream()
            .filter(asked -> asked.isRead() || asked.isBatch())
            .filter(asked -> asked.exchange().answer().isPresent())
            .toList();
  }

  /** The first that explains all of them; what else they have in common comes of it. */
  Optional<Cause> cause() {
    return Stream.of(
            cause(
                asked -> asked.status() / 100 == 3,
                "Everything is redirected.",
                "were redirected, and redirects are not followed: the token would go with them",
                "The address is wrong, or a sign-in page stands before the service."),
            cause(
                asked -> asked.status() == 429,
                "Everything is throttled.",
                "were answered with 429",
                "The quota is used up by others: come again later, or with a lower --pace."),
            cause(
                asked -> asked.status() / 100 == 5,
                "The target fails at everything.",
                "were answered with a status of the 5xx class",
                "The service is down, or a gateway does not reach it."),
            cause(
                Asked::isPage,
                "Everything is answered with a web page.",
                "were answered with HTML instead of JSON",
                "A sign-in page or a proxy stands before the service, or the address is wrong."),
            cause(
                Asked::isUnreadable,
                "No answer can be read to its end.",
                "were no HTTP, cut short, or longer than is read",
                "Another protocol is spoken at this address, or something between cuts answers."))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Cause> cause(
      Predicate<Asked> seen, String headline, String evidence, String guess) {
    boolean all = reads.size() >= Causes.ENOUGH && reads.stream().allMatch(seen) && isMost();
    return all
        ? Optional.of(
            Cause.of(
                headline,
                "All "
                    + Figures.count(reads.size(), "read")
                    + " of the checks that did not pass "
                    + evidence
                    + ".",
                guess,
                reads))
        : Optional.empty();
  }

  /** A check that passed leaves no exchange behind: few that failed do not speak for all. */
  private boolean isMost() {
    long failed = reads.stream().map(Asked::finding).distinct().count();
    long passed =
        result.checks().stream()
            .filter(f -> f.outcome() == Outcome.PASSED)
            .filter(f -> f.operation().startsWith("getPresence"))
            .count();
    return failed > passed;
  }
}
