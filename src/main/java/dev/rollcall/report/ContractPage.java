package dev.rollcall.report;

import java.util.List;
import java.util.Optional;

/** What {@code contract.html} shows. */
public final class ContractPage {
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

  /** The findings by operation. */
  public List<Chapter> chapters() {
    return result().map(contract -> Chapter.of(contract.checks())).orElse(List.of());
  }

  /** How the outcomes share the catalogue. */
  public List<Share> shares() {
    return result().map(Share::of).orElse(List.of());
  }

  /** A body laid out for reading. */
  public static String readable(String body) {
    return IndentedJson.of(body);
  }
}
