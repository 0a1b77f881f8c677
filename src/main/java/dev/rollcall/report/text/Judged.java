package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.TargetInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding and the versions of the API in which it is the same, to be told once.
 *
 * @param finding that of the first version
 */
public record Judged(Finding finding, List<String> versions) {
  public Judged {
    versions = List.copyOf(versions);
  }

  /** Findings of one check that differ in nothing but their version become one. */
  public static List<Judged> of(List<Finding> findings) {
    Map<List<Object>, List<Finding>> same = new LinkedHashMap<>();
    findings.forEach(f -> same.computeIfAbsent(essence(f), e -> new ArrayList<>()).add(f));
    return same.values().stream()
        .map(each -> new Judged(each.get(0), each.stream().map(Finding::version).toList()))
        .toList();
  }

  private static List<Object> essence(Finding finding) {
    return List.of(
        finding.id(),
        finding.outcome(),
        finding.counts(),
        finding.reason(),
        finding.expected(),
        finding.actual());
  }

  /** The versions, where the reader has to be told them because the run judged several. */
  public String label(TargetInfo target) {
    return target.versions().size() > 1 ? String.join(", ", versions) : "";
  }

  /** The other names under which links may look for this finding. */
  public List<String> furtherAnchors() {
    return versions.stream().skip(1).map(version -> version + "-" + finding.id()).toList();
  }
}
