package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import java.util.ArrayList;
import java.util.List;

/** What holds of one operation and what does not, in words. */
public record Brief(Chapter chapter) {
  private static final int TITLES = 3;

  /** One for each operation. */
  public static List<Brief> of(ContractResult result) {
    return Chapter.of(result.checks()).stream().map(Brief::new).toList();
  }

  /** The operation or behaviour. */
  public String operation() {
    return chapter.heading();
  }

  /** How many checks hold, do not hold, and so on; what there is none of is left out. */
  public String sentence() {
    var parts = new ArrayList<String>();
    add(parts, Standing.COUNTS, "does not hold", "do not hold");
    add(parts, Standing.OUTDATED, "is declared and holds", "are declared and hold");
    add(parts, Standing.UNANSWERED, "got no answer", "got no answer");
    add(parts, Standing.DECLARED, "is known not to hold", "are known not to hold");
    add(parts, Standing.HOLDS, "holds", "hold");
    add(parts, Standing.ADVICE, "is advice", "are advice");
    add(parts, Standing.NOT_JUDGED, "was not judged", "were not judged");
    return String.join(", ", parts);
  }

  private void add(List<String> parts, Standing standing, String one, String many) {
    int count = chapter.rows(standing).size();
    if (count > 0) {
      parts.add(Figures.count(count) + " " + (count == 1 ? one : many));
    }
  }

  /** "bad" if anything counts, "good" if something holds, else "unsure". */
  public String tone() {
    if (chapter.findings().stream().anyMatch(Finding::counts)) {
      return "bad";
    }
    boolean sure =
        !chapter.rows(Standing.HOLDS).isEmpty() && chapter.rows(Standing.UNANSWERED).isEmpty();
    return sure ? "good" : "unsure";
  }

  /** The first few that count against the target. */
  public List<Judged> broken() {
    return chapter.rows(Standing.COUNTS).stream().limit(TITLES).toList();
  }

  /** How many more there are. */
  public int moreBroken() {
    return Math.max(0, chapter.rows(Standing.COUNTS).size() - TITLES);
  }
}
