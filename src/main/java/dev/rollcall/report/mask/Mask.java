package dev.rollcall.report.mask;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.LoadResult.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Masks people in a result, for targets that are not our fake. Ids become {@code u1}, {@code u2},
 * ..., the same one everywhere; status messages and out-of-office texts become {@code (hidden)}.
 * Ids of requests and sessions are nobody's and stay.
 */
public final class Mask {
  private final Disguise disguise;

  private Mask(Disguise disguise) {
    this.disguise = disguise;
  }

  /**
   * @param knownIds ids of users known to the run; they are numbered first, in this order
   */
  public static ContractResult masked(ContractResult result, Collection<String> knownIds) {
    Stream<Exchange> exchanges =
        Stream.concat(
            result.checks().stream().flatMap(finding -> finding.exchanges().stream()),
            result.violations().stream().map(Violation::exchange));
    return new Mask(new Disguise(knownIds, exchanges.toList())).over(result);
  }

  /** The same of what was wrong in a load run. */
  public static List<Problem> masked(List<Problem> problems) {
    Stream<Exchange> exchanges = problems.stream().flatMap(each -> each.exchanges().stream());
    Mask mask = new Mask(new Disguise(List.of(), exchanges.toList()));
    return problems.stream().map(mask::over).toList();
  }

  private Problem over(Problem problem) {
    return new Problem(
        problem.operation(),
        problem.kind(),
        problem.times(),
        problem.exchanges().stream().map(this::over).toList());
  }

  private ContractResult over(ContractResult result) {
    return new ContractResult(
        result.format(),
        result.kind(),
        result.startedAt(),
        result.verdict(),
        disguise.sentence(result.reason()),
        result.target(),
        result.totals(),
        result.checks().stream().map(this::over).toList(),
        result.violations().stream().map(this::over).toList(),
        result.observations(),
        result.disagreements(),
        result.untestable(),
        result.coverage());
  }

  private Finding over(Finding finding) {
    return new Finding(
        finding.id(),
        finding.version(),
        finding.title(),
        finding.operation(),
        finding.level(),
        finding.basis(),
        finding.clause(),
        finding.source(),
        finding.needs(),
        finding.outcome(),
        finding.counts(),
        disguise.sentence(finding.reason()),
        disguise.sentence(finding.expected()),
        disguise.sentence(finding.actual()),
        finding.hint(),
        finding.millis(),
        finding.exchanges().stream().map(this::over).toList());
  }

  private Violation over(Violation violation) {
    return new Violation(
        violation.check(),
        violation.version(),
        violation.kind(),
        disguise.text(violation.pointer()),
        violation.schema(),
        violation.keyword(),
        disguise.value(violation.pointer(), violation.value()),
        violation.times(),
        violation.counts(),
        over(violation.exchange()));
  }

  private Exchange over(Exchange exchange) {
    Exchange.Request request = exchange.request();
    return new Exchange(
        new Exchange.Request(
            request.method(),
            disguise.text(request.url()),
            over(request.headers()),
            disguise.body(request.body())),
        exchange.answer().map(this::over).orElse(null),
        exchange.millis());
  }

  private Exchange.Response over(Exchange.Response response) {
    return new Exchange.Response(
        response.status(),
        over(response.headers()),
        disguise.body(response.body()),
        response.cut());
  }

  private Map<String, String> over(Map<String, String> headers) {
    var masked = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> masked.put(name, disguise.text(value)));
    return masked;
  }
}
