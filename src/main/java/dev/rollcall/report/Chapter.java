package dev.rollcall.report;

import dev.rollcall.report.ContractResult.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings of one operation, in the order of the catalogue. */
public record Chapter(String operation, List<Finding> findings) {
  public Chapter {
    findings = List.copyOf(findings);
  }

  /** One chapter per operation, in order of first appearance. */
  static List<Chapter> of(List<Finding> findings) {
    Map<String, List<Finding>> grouped = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            grouped.computeIfAbsent(finding.operation(), o -> new ArrayList<>()).add(finding));
    return grouped.entrySet().stream()
        .map(entry -> new Chapter(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** How many findings of the chapter have this outcome. */
  public long count(Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }
}
