package dev.rollcall.contract;

import dev.rollcall.contract.wire.Call;
import dev.rollcall.schema.StrictJson;
import dev.rollcall.target.Target;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The last word before anything is sent: on a target that is not ours nobody is written but those
 * who were named for it, whatever a check has in mind.
 */
record Leave(Target target) {
  private static final Pattern USER =
      Pattern.compile("/(?:users|communications/presences)/([0-9a-fA-F-]{36})(?:/.*)?");
  private static final Pattern ME = Pattern.compile("/me(?:/.*)?");
  private static final String BATCH = "/$batch";

  /**
   * @throws IllegalStateException if it would write somebody else: a defect of ours
   */
  void require(Call call) {
    if (target.ours()) {
      return;
    }
    written(call)
        .filter(user -> !target.users().mayWrite(user))
        .findFirst()
        .ifPresent(
            user -> {
              throw new IllegalStateException(call + " would write a user who was not named");
            });
  }

  private Stream<String> written(Call call) {
    return call.path().equals(BATCH)
        ? StrictJson.read(call.body()).stream().flatMap(this::writtenByParts)
        : written(call.method(), call.path()).stream();
  }

  private Stream<String> writtenByParts(JsonNode batch) {
    return batch
        .path("requests")
        .valueStream()
        .flatMap(
            part ->
                written(part.path("method").asString(""), "/" + part.path("url").asString(""))
                    .stream());
  }

  private Optional<String> written(String method, String path) {
    if (method.equalsIgnoreCase("GET")) {
      return Optional.empty();
    }
    String plain = path.replaceAll("^/+", "/");
    Matcher user = USER.matcher(plain);
    if (user.matches()) {
      return Optional.of(user.group(1));
    }
    return ME.matcher(plain).matches() ? target.users().me() : Optional.empty();
  }
}
