package dev.rollcall.report.page;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.Results;
import dev.rollcall.report.text.Banner;
import dev.rollcall.report.text.Judged;
import dev.rollcall.report.text.Share;
import java.util.List;
import java.util.Optional;

/** What {@code index.html} shows. */
public final class IndexPage {
  private static final int CULPRITS_SHOWN = 8;

  private final Results results;

  IndexPage(Results results) {
    this.results = results;
  }

  /** The contract result, if there is one that can be read. */
  public Optional<ContractResult> contract() {
    return results.contract();
  }

  /** The load result, if there is one that can be read. */
  public Optional<LoadResult> load() {
    return results.load();
  }

  /** The contract's verdict, or that there is none. */
  public Banner contractBanner() {
    return contract()
        .map(Banner::of)
        .orElseGet(() -> Banner.missing("Contract", results.contractGap()));
  }

  /** The load run's verdict, or that there is none. */
  public Banner loadBanner() {
    return load().map(Banner::of).orElseGet(() -> Banner.missing("Load", results.loadGap()));
  }

  /** Whether both runs were of the same target: it is told once. */
  public boolean oneTarget() {
    return contract().isPresent()
        && contract().map(ContractResult::target).equals(load().map(LoadResult::target));
  }

  /** How the outcomes share the catalogue. */
  public List<Share> shares() {
    return contract().map(Share::of).orElse(List.of());
  }

  /** Whether there is anything to draw. */
  public boolean hasCharts() {
    return loadPage().filter(LoadPage::hasCharts).isPresent();
  }

  /** What is shown of the load run, if it took place. */
  public Optional<LoadPage> loadPage() {
    return load().filter(load -> !load.wasNotAllowed()).map(load -> new LoadPage(load, results));
  }

  /** Whether Gatling's own report stands beside the page. */
  public boolean hasGatling() {
    return results.gatling();
  }

  /** The first findings that make the verdict what it is. */
  public List<Judged> culprits() {
    return allCulprits().stream().limit(CULPRITS_SHOWN).toList();
  }

  /** How many more there are. */
  public int moreCulprits() {
    return Math.max(0, allCulprits().size() - CULPRITS_SHOWN);
  }

  /** How many sorts of drift count against the target. */
  public long countingDrift() {
    return contract().map(ContractResult::violations).orElse(List.of()).stream()
        .filter(violation -> violation.ofDriftKind() && violation.counts())
        .count();
  }

  private List<Judged> allCulprits() {
    return Judged.of(
        contract().map(ContractResult::checks).orElse(List.of()).stream()
            .filter(finding -> finding.counts() || finding.outcome() == Outcome.BROKEN)
            .toList());
  }
}
