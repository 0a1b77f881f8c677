package dev.rollcall.fake;

import java.util.List;
import java.util.stream.Stream;

/** One request that an operation answers in a way of its own. */
record Probe(String method, String path, String body, List<String> headers) {
  private static final List<String> USUAL =
      List.of(
          "Authorization",
          "Bearer opaque",
          "Content-Type",
          "application/json",
          "client-request-id",
          "mine");

  Reply sentOver(Http http) {
    return http.send(method, path, body, headers.toArray(String[]::new));
  }

  static Probe success(GraphOperation operation, List<String> users) {
    String presence = "/v1.0/me/presence";
    return switch (operation) {
      case GET_PRESENCE -> new Probe("GET", presence, "", USUAL);
      case GET_PRESENCES_BY_USER_ID ->
          new Probe(
              "POST",
              Paths.BATCH,
              "{\"ids\":[\"" + users.get(0) + "\",\"" + users.get(1) + "\"]}",
              USUAL);
      case SET_PRESENCE ->
          new Probe(
              "POST",
              presence + "/setPresence",
              "{\"sessionId\":\"s\",\"availability\":\"Busy\",\"activity\":\"InACall\"}",
              USUAL);
      case CLEAR_PRESENCE ->
          new Probe("POST", presence + "/clearPresence", "{\"sessionId\":\"s\"}", USUAL);
      case SET_USER_PREFERRED_PRESENCE ->
          new Probe(
              "POST",
              presence + "/setUserPreferredPresence",
              "{\"availability\":\"Busy\",\"activity\":\"Busy\"}",
              USUAL);
      case CLEAR_USER_PREFERRED_PRESENCE ->
          new Probe("POST", presence + "/clearUserPreferredPresence", "{}", USUAL);
      case SET_STATUS_MESSAGE ->
          new Probe(
              "POST",
              presence + "/setStatusMessage",
              "{\"statusMessage\":{\"message\":{\"content\":\"hi\",\"contentType\":\"text\"},"
                  + "\"expiryDateTime\":{\"dateTime\":\"2099-01-01T00:00:00\",\"timeZone\":\"UTC\"}}}",
              USUAL);
      case SET_MANUAL_LOCATION, SET_AUTOMATIC_LOCATION ->
          new Probe(
              "POST",
              presence + "/" + operation.text(),
              "{\"workLocationType\":\"office\",\"placeId\":\"eb706f15-137e-4722-b4d1-b601481d9251\"}",
              USUAL);
      case CLEAR_AUTOMATIC_LOCATION, CLEAR_LOCATION ->
          new Probe("POST", presence + "/" + operation.text(), "{}", USUAL);
    };
  }

  /** The requests that show every kind of answer of an operation. */
  static Stream<Probe> of(GraphOperation operation, List<String> users) {
    Probe success = success(operation, users);
    Probe unknown =
        success.at(success.path.replace("me", "users/00000000-0000-4000-8000-00000000dead"));
    Probe malformed = success.at(success.path.replace("me", "users/anna"));
    Stream<Probe> paths =
        operation == GraphOperation.GET_PRESENCES_BY_USER_ID
            ? Stream.of()
            : Stream.of(unknown, malformed);
    Stream<Probe> bodies =
        operation == GraphOperation.GET_PRESENCE
            ? Stream.of()
            : Stream.of(
                success.with("[]", USUAL), success.with("", USUAL), success.withType("text/plain"));
    return Stream.of(
            Stream.of(success, success.with(success.body, USUAL.subList(2, 6)), success.by("PUT")),
            paths,
            bodies)
        .flatMap(each -> each);
  }

  private Probe at(String otherPath) {
    return new Probe(method, otherPath, body, headers);
  }

  private Probe by(String otherMethod) {
    return new Probe(otherMethod, path, body, headers);
  }

  private Probe with(String otherBody, List<String> otherHeaders) {
    return new Probe(method, path, otherBody, otherHeaders);
  }

  private Probe withType(String type) {
    return new Probe(
        method, path, body, List.of("Authorization", "Bearer x", "Content-Type", type));
  }
}
