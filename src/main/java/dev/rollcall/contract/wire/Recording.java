package dev.rollcall.contract.wire;

import dev.rollcall.report.result.Exchange;
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
  static final int LONGEST_ANSWER = 8_192;

  /** A batch of 650 ids fits, so that it can be sent again as it stands. */
  private static final int LONGEST_REQUEST = 32_768;

  private final Target target;
  private static final int LONGEST_HEADER = 1_024;
  private static final int LONGEST_HEADERS = 6_144;

  Recording(Target target) {
    this.target = target;
  }

  /** The answer as checks and reports may see it: should it repeat the token, without that. */
  Answer answer(Call call, Response response, String flaw) {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : response.headers()) {
      headers.merge(
          withoutToken(header.getName()),
          withoutToken(header.getValue()),
          (first, more) -> first + ", " + more);
    }
    return new Answer(
        call, response.statusCode(), headers, withoutToken(response.asByteArray()), flaw);
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
        call.method(),
        withoutToken(root + call.path()),
        clean(headers),
        text(call.body(), LONGEST_REQUEST));
  }

  private Map<String, String> clean(Map<String, String> headers) {
    var clean = new LinkedHashMap<String, String>();
    int left = LONGEST_HEADERS;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      String name = shortened(header.getKey());
      String value = shortened(withoutToken(header.getValue()));
      left -= name.length() + value.length();
      if (left < 0) {
        clean.put("…", "(" + (headers.size() - clean.size()) + " more headers)");
        break;
      }
      clean.put(name, value);
    }
    return clean;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_HEADER
        ? text
        : text.substring(0, LONGEST_HEADER) + "… (" + text.length() + " characters)";
  }

  private String text(byte[] body, int longest) {
    String whole = withoutToken(new String(body, StandardCharsets.UTF_8));
    return whole.length() <= longest
        ? whole
        : whole.substring(0, longest) + "… (" + body.length + " bytes)";
  }

  private byte[] withoutToken(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String concealed = withoutToken(text);
    return concealed.equals(text) ? body : concealed.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String withoutToken(String text) {
    return target.conceal(text);
  }
}
