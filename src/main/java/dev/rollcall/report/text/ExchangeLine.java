package dev.rollcall.report.text;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.TargetInfo;
import java.util.regex.Pattern;

/** An exchange in one line for a terminal, long bodies cut. */
public record ExchangeLine(Exchange exchange, TargetInfo target) {
  private static final int LONGEST = 240;

  /** Long, says nothing new, and stands first: it would take all the room of a line. */
  private static final Pattern CONTEXT =
      Pattern.compile("\"@odata.context\"\\s*:\\s*\"[^\"]*\"\\s*,?");

  /** Method and path, such as {@code GET /v1.0/me/presence}. */
  public String requestLine() {
    String url = exchange.request().url();
    String path = url.startsWith(target.root()) ? url.substring(target.root().length()) : url;
    return exchange.request().method() + " " + PlainText.line(path, LONGEST);
  }

  /** The request, its answer and how long that took. */
  public String text() {
    return requestLine()
        + body(exchange.request().body())
        + " -> "
        + exchange.answer().map(ExchangeLine::text).orElse("no answer")
        + "  "
        + exchange.millis()
        + " ms";
  }

  private static String text(Exchange.Response response) {
    return (response.status() == 0 ? "unreadable" : response.status())
        + body(response.body())
        + (response.cut() ? " (cut short)" : "");
  }

  private static String body(String body) {
    String telling = CONTEXT.matcher(body).replaceFirst("");
    return telling.isBlank() ? "" : " " + PlainText.line(telling, LONGEST);
  }
}
