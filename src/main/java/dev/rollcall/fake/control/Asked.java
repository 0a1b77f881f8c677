package dev.rollcall.fake.control;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the control plane is asked.
 *
 * @param query the parameters that it knows and was given
 * @param contentType as sent; empty when there was none
 */
public record Asked(Map<String, String> query, String contentType, byte[] body) {
  static final String LIMIT = "limit";
  static final String OFFSET = "offset";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public static Asked of(Request request) {
    Map<String, String> query =
        Stream.of(LIMIT, OFFSET)
            .map(request::queryParameter)
            .filter(QueryParameter::isPresent)
            .collect(Collectors.toMap(QueryParameter::key, QueryParameter::firstValue));
    String contentType = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
    return new Asked(query, contentType, request.getBody());
  }

  /** The same as it would be asked over HTTP with that JSON object. */
  public static Asked of(Object json) {
    return new Asked(Map.of(), "application/json", MAPPER.writeValueAsBytes(json));
  }

  /** The same as it would be asked over HTTP with that CSV. */
  public static Asked ofCsv(String csv) {
    return new Asked(Map.of(), "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** The JSON object that was sent, an empty one when nothing was. */
  JsonNode json() {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the body is not JSON; send a JSON object", e);
    }
    throw new IllegalArgumentException("the body is not a JSON object; send one");
  }

  /** A number of the query. */
  int number(String name, int usual, int least, int most) {
    String text = query.getOrDefault(name, Integer.toString(usual));
    // Ten digits could be more than an int holds.
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "'%s' is no number from %d to %d; send ?%s=%d".formatted(name, least, most, name, usual));
    }
    return number;
  }
}
