package dev.rollcall.load.measure;

import dev.rollcall.load.question.Flaw;
import dev.rollcall.load.question.Judgement;
import dev.rollcall.load.question.Lookup;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.schema.Passage;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts exchanges on record: the token's variable in the place of the token, of long bodies the part
 * that matters.
 *
 * @param root service root of the version
 */
public record Recording(Target target, String root) {
  private static final int LONGEST_ANSWER = 8_192;
  private static final int LONGEST_REQUEST = 32_768; // 650 ids fit
  private static final int LONGEST_HEADER = 1_024;

  public Exchange of(Lookup lookup) {
    Judgement judgement = lookup.judgement();
    Exchange.Response response =
        judgement.isAnswered()
            ? new Exchange.Response(
                judgement.status(), clean(lookup.headers()), answer(lookup, judgement), false)
            : null;
    long millis = judgement.isAnswered() ? Math.max(0, lookup.latencyMicros() / 1_000) : 0;
    return new Exchange(request(lookup), response, millis);
  }

  private Exchange.Request request(Lookup lookup) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (target.hasToken(lookup.path())) {
      headers.put("Authorization", "Bearer $" + Settings.TOKEN_VARIABLE);
    }
    headers.put("client-request-id", lookup.requestId());
    if (!lookup.isGet()) {
      headers.put("Content-Type", "application/json");
    }
    return new Exchange.Request(
        lookup.isGet() ? "GET" : "POST",
        target.conceal(root + lookup.path()),
        headers,
        text(lookup.question().body(), LONGEST_REQUEST));
  }

  private String answer(Lookup lookup, Judgement judgement) {
    byte[] body = withoutToken(lookup.answer());
    return judgement
        .flaw()
        .filter(Flaw::hasPlace)
        .flatMap(flaw -> Passage.around(body, flaw.pointer(), flaw.value(), LONGEST_ANSWER))
        .orElseGet(() -> text(body, LONGEST_ANSWER));
  }

  /** Before anything is cut: half a token is one too. */
  private byte[] withoutToken(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String concealed = target.conceal(text);
    return concealed.equals(text) ? body : concealed.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Map<String, String> clean(Map<String, String> headers) {
    Map<String, String> clean = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          String concealed = target.conceal(value);
          clean.put(name, concealed.substring(0, Math.min(LONGEST_HEADER, concealed.length())));
        });
    return clean;
  }

  private String text(byte[] body, int longest) {
    String whole = target.conceal(new String(body, StandardCharsets.UTF_8));
    return whole.length() <= longest
        ? whole
        : whole.substring(0, longest) + "… (" + body.length + " bytes)";
  }
}
