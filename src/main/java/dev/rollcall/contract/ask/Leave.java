package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Call;
import dev.rollcall.schema.StrictJson;
import dev.rollcall.target.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The last word before anything is sent: on a target that is not ours nobody is written but those
 * who were named for it, whatever a check has in mind and however it spells the path. A path that
 * cannot be followed by reading it, such as one with {@code ..}, leads to nobody who was named.
 */
record Leave(Target target) {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OVERRIDES =
      Set.of("x-http-method", "x-http-method-override", "x-method-override");

  /** A user by id, on the paths of both kinds and in OData's other spelling; or the signed-in. */
  private static final Pattern USER =
      Pattern.compile(
          "(?<![^/])(?:(?:users|presences)(?:/|\\()([^/)?#]*)|(me)(?![^/?#])|(\\.\\.))");

  private static final Pattern BATCH = Pattern.compile("/\\$batch/?(?:[?#].*)?");
  private static final String NOBODY = "";

  /**
   * @throws IllegalStateException if it would write somebody else: a defect of ours
   */
  void require(Call call) {
    if (!target.ours() && !written(call).allMatch(target.users()::mayWrite)) {
      throw new IllegalStateException(call + " would write a user who was not named");
    }
  }

  private Stream<String> written(Call call) {
    if (!BATCH.matcher(plain(call.path())).matches()) {
      return reads(call.method(), call.headers()) ? Stream.empty() : named(call.path());
    }
    return StrictJson.read(call.body())
        .map(this::writtenByParts)
        // Who reads it more leniently may do something all the same.
        .orElseGet(() -> named(new String(call.body(), StandardCharsets.UTF_8)));
  }

  private Stream<String> writtenByParts(JsonNode batch) {
    return batch.path("requests").valueStream().flatMap(this::writtenByPart);
  }

  private Stream<String> writtenByPart(JsonNode part) {
    String url = "/" + part.path("url").asString("");
    if (BATCH.matcher(plain(url)).find()) {
      return Stream.of(NOBODY); // no batch within a batch is looked into
    }
    boolean reads = READING.contains(part.path("method").asString("").toUpperCase(Locale.ROOT));
    return reads && !part.path("headers").properties().stream().anyMatch(Leave::overrides)
        ? Stream.empty()
        : named(url);
  }

  private static boolean reads(String method, Map<String, String> headers) {
    return READING.contains(method.toUpperCase(Locale.ROOT))
        && headers.entrySet().stream().noneMatch(Leave::overrides);
  }

  private static boolean overrides(Map.Entry<String, ?> header) {
    return OVERRIDES.contains(header.getKey().toLowerCase(Locale.ROOT));
  }

  private Stream<String> named(String text) {
    return USER.matcher(plain(text)).results().map(this::named);
  }

  private String named(MatchResult found) {
    if (found.group(2) != null) {
      return target.users().me().orElse(NOBODY);
    }
    return found.group(1) == null ? NOBODY : found.group(1).replace("'", "");
  }

  /** As a server might read it at last: decoded, in small letters, without empty parts. */
  private static String plain(String path) {
    String plain = path;
    for (String decoded = decoded(plain); !decoded.equals(plain); decoded = decoded(plain)) {
      plain = decoded;
    }
    return plain.toLowerCase(Locale.ROOT).replace('\\', '/').replaceAll("/+", "/");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a lone percent sign
    }
  }
}
