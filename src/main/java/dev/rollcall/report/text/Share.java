package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * One outcome's part of a bar of 100 units.
 *
 * @param start where the part begins, 0 to 100
 * @param width its length
 */
public record Share(Outcome outcome, int count, double start, double width) {

  /** The parts of all outcomes that occurred, in the order of the outcomes. */
  public static List<Share> of(ContractResult result) {
    var shares = new ArrayList<Share>();
    double start = 0;
    for (Outcome outcome : Outcome.values()) {
      int count = result.count(outcome);
      if (count > 0) {
        double width = 100.0 * count / result.checks().size();
        shares.add(new Share(outcome, count, start, width));
        start += width;
      }
    }
    return List.copyOf(shares);
  }
}
