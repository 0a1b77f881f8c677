package dev.rollcall.fake;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public record Reply(int status, HttpHeaders headers, byte[] body) {
  private static final JsonMapper MAPPER = new JsonMapper();

  public JsonNode json() {
    return MAPPER.readTree(body);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("(none)");
  }

  public String pair() {
    return json().path("availability").asString() + "/" + json().path("activity").asString();
  }

  String code() {
    return json().path("error").path("code").asString("(none)");
  }
}
