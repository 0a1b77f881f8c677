package dev.rollcall.report;

import java.util.Map;

/**
 * One request and what came back, as recorded: secrets are already replaced.
 *
 * @param response null when no answer came
 * @param millis from sending the request to the end of the answer
 */
public record Exchange(Request request, Response response, long millis) {

  /** What was sent. Header names are as written, values without secrets. */
  public record Request(String method, String url, Map<String, String> headers, String body) {}

  /**
   * What came back.
   *
   * @param cut whether the body ended before its announced end, or was longer than is read
   */
  public record Response(int status, Map<String, String> headers, String body, boolean cut) {}
}
