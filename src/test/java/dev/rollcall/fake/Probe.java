package dev.rollcall.fake;

import dev.rollcall.fake.call.GraphOperation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One request that an operation answers in a way of its own. */
public record Probe(String method, String path, String body, List<String> headers) {
  private static final List<String> USUAL =
      List.of(
          "Authorization",
          "Bearer opaque",
          "Content-Type",
          "application/json",
          "client-request-id",
          "mine");

  public Reply sentOver(Http http) {
    return http.send(method, path, body, headers.toArray(String[]::new));
  }

  public static Probe success(GraphOperation operation, List<String> users) {
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
      case BATCH ->
          new Probe(
              "POST",
              Paths.BUNDLE,
              """
              {"requests":[
                {"id":"A","method":"GET","url":"/me/presence"},
                {"id":"b","method":"POST","url":"/me/presence/clearUserPreferredPresence"},
                {"id":"c","method":"GET","url":"users/00000000-0000-4000-8000-00000000dead/presence"}]}
              """,
              USUAL);
    };
  }

  /** A read of one, with a token and no more. */
  public static Probe reading(String user) {
    return new Probe("GET", "/v1.0/users/" + user + "/presence", "", USUAL);
  }

  /** A read of many. */
  public static Probe reading(List<String> users) {
    return new Probe(
        "POST", Paths.BATCH, "{\"ids\":[\"" + String.join("\",\"", users) + "\"]}", USUAL);
  }

  /** The requests that show every kind of answer of an operation. */
  public static Stream<Probe> of(GraphOperation operation, List<String> users) {
    Probe success = success(operation, users);
    Probe unknown =
        success.at(success.path.replace("me", "users/00000000-0000-4000-8000-00000000dead"));
    Probe malformed = success.at(success.path.replace("me", "users/anna"));
    Stream<Probe> paths = operation.namesUser() ? Stream.of(unknown, malformed) : Stream.of();
    Stream<Probe> bodies =
        operation == GraphOperation.GET_PRESENCE
            ? Stream.of()
            : Stream.of(
                success.with("[]", USUAL), success.with("", USUAL), success.withType("text/plain"));
    Stream<Probe> callers =
        operation == GraphOperation.BATCH ? Stream.of() : callers(success, users);
    return Stream.of(
            Stream.of(success, success.with(success.body, USUAL.subList(2, 6)), success.by("PUT")),
            paths,
            bodies,
            callers,
            Stream.of(success.at(success.path.replace("v1.0", "beta"))),
            operation == GraphOperation.GET_PRESENCES_BY_USER_ID
                ? success.ofMany(users)
                : Stream.<Probe>of())
        .flatMap(each -> each);
  }

  private static Stream<Probe> callers(Probe success, List<String> users) {
    Probe named = success.at(success.path.replace("me", "users/" + users.get(0)));
    String personal = "\"tid\":\"9188040d-6c67-4c5b-b112-36a304b66dad\"";
    return Stream.of(
        success.as(Jwt.delegated(users.get(0), "User.Read")),
        named.as(Jwt.application("User.Read.All")),
        named.as(Jwt.application("Presence.ReadWrite.All")),
        named.as(Jwt.delegated(users.get(1), "Presence.ReadWrite")),
        success.as(Jwt.of("{\"oid\":\"" + users.get(0) + "\"," + personal + "}")));
  }

  private Probe as(String token) {
    return with(
        body, List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  /** What only a read of many can be asked. */
  private Stream<Probe> ofMany(List<String> users) {
    String capitals = users.get(0).toUpperCase(Locale.ROOT);
    return Stream.of(
        with("{\"ids\":[\"" + capitals + "\",\"00000000-0000-4000-8000-00000000dead\"]}", USUAL),
        with("{\"ids\":" + "[".repeat(100) + "]".repeat(100) + "}", USUAL),
        with(body + " ".repeat(100_000), USUAL),
        withType("Application/JSON; charset=UTF-8"));
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
