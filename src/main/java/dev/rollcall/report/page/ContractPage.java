package dev.rollcall.report.page;

import dev.rollcall.report.cause.Cause;
import dev.rollcall.report.cause.Causes;
import dev.rollcall.report.mask.FreeText;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Results;
import dev.rollcall.report.result.TargetInfo;
import dev.rollcall.report.text.Banner;
import dev.rollcall.report.text.Brief;
import dev.rollcall.report.text.Curl;
import dev.rollcall.report.text.Part;
import dev.rollcall.report.text.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code contract.html} shows. */
public final class ContractPage {
  /** With more than this, a reader is better served by a list than by all evidence at once. */
  private static final int OPEN_AT_MOST = 8;

  /** The last ones tell why a check failed; those before them can be asked for. */
  private static final int EXCHANGES_SHOWN = 6;

  private static final int CHARACTERS_IN_A_ROW = 110;
  private static final int MOST_ROWS = 5;
  private static final Pattern MASKED =
      Pattern.compile("/(users|presences)/u\\d+\\b|\"u\\d+\"|" + Pattern.quote(FreeText.HIDDEN));

  private final Results results;

  ContractPage(Results results) {
    this.results = results;
  }

  /** The result, if there is one that can be read. */
  public Optional<ContractResult> result() {
    return results.contract();
  }

  /** The verdict, or that there is none. */
  public Banner banner() {
    return result()
        .map(Banner::of)
        .orElseGet(() -> Banner.missing("Contract", results.contractGap()));
  }

  /** What many findings have in common. */
  public List<Cause> causes() {
    return result().map(Causes::of).orElse(List.of());
  }

  /** What holds of each operation. */
  public List<Brief> briefs() {
    return result().map(Brief::of).orElse(List.of());
  }

  /** The findings by what they mean for the verdict. */
  public List<Part> parts() {
    return result().map(Part::of).orElse(List.of());
  }

  /** How the outcomes share the catalogue. */
  public List<Share> shares() {
    return result().map(Share::of).orElse(List.of());
  }

  /** Whether a finding of the part shows its evidence unasked. */
  public static boolean isOpen(Part part) {
    return switch (part.standing()) {
      case COUNTS, OUTDATED, UNANSWERED, DECLARED -> part.size() <= OPEN_AT_MOST;
      case ADVICE, HOLDS, NOT_JUDGED -> false;
    };
  }

  /** What a reader has to know of the commands on the page; empty where there is none. */
  public List<String> aboutCommands() {
    return result()
        .map(result -> aboutCommands(exchanges(result), result.target()))
        .orElse(List.of());
  }

  static List<String> aboutCommands(List<Exchange> shown, TargetInfo target) {
    if (shown.isEmpty()) {
      return List.of();
    }
    var notes = new ArrayList<String>();
    notes.add(
        "Every exchange has its curl command, one line each: in its field, Ctrl+A and Ctrl+C copy"
            + " it. The token is read from a shell variable such as ROLLCALL_TOKEN.");
    if (target.name().equals("embedded")) {
      notes.add(
          "The embedded fake ended with the run: to send a command again, start one with rollcall"
              + " fake and the same faults, and use its address and users.");
    }
    if (areMasked(shown)) {
      notes.add(
          "People are masked in this report: u1, u2, ... stand for their ids. Put the ids in, or"
              + " run check with --show-personal-data.");
    }
    return notes;
  }

  /** Every exchange that the page shows. */
  public static List<Exchange> exchanges(ContractResult result) {
    return Stream.concat(
            result.checks().stream()
                .filter(finding -> finding.outcome().needsEvidence())
                .flatMap(finding -> finding.exchanges().stream()),
            result.violations().stream().map(ContractResult.Violation::exchange))
        .toList();
  }

  /** Whether an id in a request stands for a masked one, so that it cannot be sent as it is. */
  public static boolean areMasked(List<Exchange> exchanges) {
    return exchanges.stream()
        .map(Exchange::request)
        .anyMatch(r -> MASKED.matcher(r.url()).find() || MASKED.matcher(r.body()).find());
  }

  /** The exchanges that came too early to be shown unasked. */
  public static List<Exchange> earlier(List<Exchange> exchanges) {
    return exchanges.subList(0, Math.max(0, exchanges.size() - EXCHANGES_SHOWN));
  }

  /** The others. */
  public static List<Exchange> last(List<Exchange> exchanges) {
    return exchanges.subList(earlier(exchanges).size(), exchanges.size());
  }

  /** How high a command's field is; a longer command scrolls. */
  public static int rows(Curl curl) {
    int needed = (curl.command().length() + CHARACTERS_IN_A_ROW - 1) / CHARACTERS_IN_A_ROW;
    return Math.min(Math.max(needed, 1), MOST_ROWS);
  }

  /** A body laid out for reading. */
  public static String readable(String body) {
    return IndentedJson.of(body);
  }
}
