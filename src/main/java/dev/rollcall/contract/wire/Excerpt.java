package dev.rollcall.contract.wire;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.schema.Passage;

/** The part of a long answer that a reader has to see. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * The exchange with that part of the answer around a violation; as it is, where the part that was
   * kept shows the violation anyway.
   *
   * @param pointer to the violation, array indices read as {@code *}
   * @param value the beginning of what stands there; empty for a member that is missing
   */
  public static Exchange around(Exchange exchange, Answer answer, String pointer, String value) {
    return Passage.around(answer.body(), pointer, value, Recording.LONGEST_ANSWER)
        .map(text -> with(exchange, text))
        .orElse(exchange);
  }

  private static Exchange with(Exchange exchange, String text) {
    return new Exchange(
        exchange.request(),
        exchange
            .answer()
            .map(a -> new Exchange.Response(a.status(), a.headers(), text, a.cut()))
            .orElse(null),
        exchange.millis());
  }
}
