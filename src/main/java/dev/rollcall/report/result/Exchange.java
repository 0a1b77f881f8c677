package dev.rollcall.report.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came back, as recorded: secrets are already replaced.
 *
 * @param response null when no answer came
 * @param millis from sending the request to the end of the answer
 */
public record Exchange(Request request, @Nullable Response response, long millis) {

  public Exchange {
    Objects.requireNonNull(request, "request");
  }

  /** What came back, if anything did. */
  public Optional<Response> answer() {
    return Optional.ofNullable(response);
  }

  /** How many characters it takes to tell it, about. */
  public long length() {
    return request.url().length()
        + length(request.headers(), request.body())
        + answer().map(response -> length(response.headers(), response.body())).orElse(0L);
  }

  private static long length(Map<String, String> headers, String body) {
    return body.length()
        + headers.entrySet().stream()
            .mapToLong(header -> header.getKey().length() + header.getValue().length())
            .sum();
  }

  /** What was sent. Header names are as written, values without secrets. */
  public record Request(String method, String url, Map<String, String> headers, String body) {
    public Request {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }

  /**
   * What came back.
   *
   * @param status 0 where the answer had no status that could be read
   * @param cut whether the body ended before its announced end, or was longer than is read
   */
  public record Response(int status, Map<String, String> headers, String body, boolean cut) {
    public Response {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }
}
