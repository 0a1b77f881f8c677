package dev.rollcall.contract.model;

import java.util.List;

/**
 * A sequence at whose end the service did not do what the documentation allows.
 *
 * @param expected at the last step
 * @param actual at the last step
 * @param steps in order, each with the read that followed it
 */
public record Finding(String expected, String actual, List<String> steps) {
  public Finding {
    steps = List.copyOf(steps);
  }

  /** The steps in one line. */
  public String sequence() {
    var line = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      line.append(i == 0 ? "" : "; ").append(i + 1).append(". ").append(steps.get(i));
    }
    return line.toString();
  }

  Finding notEveryTime() {
    return new Finding(expected, actual + " (not every time)", steps);
  }
}
