package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Findings that belong together, in the order of the catalogue.
 *
 * @param heading the operation, why they were not judged, or the version
 */
public record Chapter(String heading, List<Finding> findings) {
  public Chapter {
    findings = List.copyOf(findings);
  }

  /** One chapter per operation, in order of first appearance. */
  static List<Chapter> of(List<Finding> findings) {
    return by(Finding::operation, findings);
  }

  /** One chapter per reason. */
  public static List<Chapter> ofReasons(List<Finding> findings) {
    return by(Finding::reason, findings);
  }

  /** One chapter per version of the API. */
  public static List<Chapter> ofVersions(List<Finding> findings) {
    return by(Finding::version, findings);
  }

  private static List<Chapter> by(Function<Finding, String> heading, List<Finding> findings) {
    Map<String, List<Finding>> grouped = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            grouped.computeIfAbsent(heading.apply(finding), h -> new ArrayList<>()).add(finding));
    return grouped.entrySet().stream()
        .map(entry -> new Chapter(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The findings, each once for all the versions in which it is the same. */
  public List<Judged> rows() {
    return Judged.of(findings);
  }

  /** How many findings of the chapter have this outcome. */
  public long count(Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }

  /** Those of this standing, each once for all versions. */
  public List<Judged> rows(Standing standing) {
    return Judged.of(findings.stream().filter(f -> Standing.of(f) == standing).toList());
  }
}
