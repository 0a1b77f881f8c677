package dev.rollcall.contract.wire;

import dev.rollcall.report.Exchange;
import dev.rollcall.target.Settings;
import dev.rollcall.target.Target;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts exchanges on record: the token's variable in the place of the token, and long bodies
 * shortened.
 */
final class Recording {
  private static final int LONGEST_ANSWER = 8_192;

  /** A batch of 650 ids fits, so that it can be sent again as it stands. */
  private static final int LONGEST_REQUEST = 32_768;

  private final Target target;

  Recording(Target target) {
    this.target = target;
  }

  Answer answer(Call call, Response response, boolean cut) {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : response.headers()) {
      headers.merge(header.getName(), header.getValue(), (first, more) -> first + ", " + more);
    }
    return new Answer(call, response.statusCode(), headers, response.asByteArray(), cut);
  }

  Exchange of(String root, Call call, Answer answer, long millis) {
    var response =
        new Exchange.Response(
            answer.status(),
            clean(answer.headers()),
            text(answer.body(), LONGEST_ANSWER),
            answer.cut());
    return new Exchange(request(root, call), response, millis);
  }

  Exchange of(String root, Call call, long millis) {
    return new Exchange(request(root, call), null, millis);
  }

  private Exchange.Request request(String root, Call call) {
    var headers = new LinkedHashMap<String, String>();
    if (call.authorized() && target.hasToken(call.path())) {
      headers.put("Authorization", "Bearer $" + Settings.TOKEN_VARIABLE);
    }
    headers.putAll(call.headers());
    return new Exchange.Request(
        call.method(), root + call.path(), clean(headers), text(call.body(), LONGEST_REQUEST));
  }

  private Map<String, String> clean(Map<String, String> headers) {
    var clean = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> clean.put(name, withoutToken(value)));
    return clean;
  }

  private String text(byte[] body, int longest) {
    String whole = withoutToken(new String(body, StandardCharsets.UTF_8));
    return whole.length() <= longest
        ? whole
        : whole.substring(0, longest) + "… (" + body.length + " bytes)";
  }

  private String withoutToken(String text) {
    return target.conceal(text);
  }
}
