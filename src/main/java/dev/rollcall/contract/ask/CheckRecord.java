package dev.rollcall.contract.ask;

import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is put on record while one check runs. */
public final class CheckRecord {
  /** The last ones tell why a check failed; a matrix of hundreds need not be kept whole. */
  private static final int MOST_EXCHANGES = 24;

  /** In characters; a batch of 650 ids takes thirty thousand. */
  private static final int MOST_TEXT = 400_000;

  /** A hostile target could differ in every answer; a reader needs the first few. */
  public static final int MOST_VIOLATIONS = 50;

  private final long startNanos = System.nanoTime();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<List<String>, Violation> violations = new LinkedHashMap<>();
  private final Map<String, Integer> observed = new LinkedHashMap<>();
  private int exchangeCount;
  private long text;

  void add(Exchange exchange) {
    exchangeCount++;
    addMoved(exchange);
  }

  /** Puts on record what is no exchange with the API, such as a move of the clock. */
  void addMoved(Exchange exchange) {
    exchanges.add(exchange);
    text += exchange.length();
    while (exchanges.size() > MOST_EXCHANGES || text > MOST_TEXT && exchanges.size() > 1) {
      text -= exchanges.remove(0).length();
    }
  }

  void add(Violation violation) {
    List<String> key = key(violation);
    if (violations.containsKey(key) || violations.size() < MOST_VIOLATIONS) {
      violations.merge(key, violation, (first, again) -> first.seenAgain(again.times()));
    }
  }

  /** Whether it was seen before in this check, or there were more than are kept. */
  boolean has(Violation violation) {
    return violations.containsKey(key(violation)) || violations.size() >= MOST_VIOLATIONS;
  }

  private static List<String> key(Violation violation) {
    return List.of(
        violation.check(),
        violation.kind(),
        violation.pointer(),
        violation.keyword(),
        violation.value());
  }

  void observe(Set<String> statements) {
    statements.forEach(statement -> observed.merge(statement, 1, Integer::sum));
  }

  public int exchangeCount() {
    return exchangeCount;
  }

  /** The one that was added last. */
  Exchange last() {
    return exchanges.get(exchanges.size() - 1);
  }

  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  public List<Violation> violations() {
    return List.copyOf(violations.values());
  }

  public Map<String, Integer> observed() {
    return Map.copyOf(observed);
  }

  public long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
