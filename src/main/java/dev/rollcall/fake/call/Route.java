package dev.rollcall.fake.call;

import dev.rollcall.presence.ReadPath;
import java.util.List;
import java.util.Optional;

/**
 * What a path of the service stands for.
 *
 * @param version below whose root it lies
 * @param user the id in the path as it was sent; empty where the path names nobody
 */
public record Route(Version version, GraphOperation operation, ReadPath path, String user) {
  private static final String ANY = "{id}";
  private static final String BATCH_READ = "communications/getPresencesByUserId";

  /** What the path of that URL stands for; empty when it is no path of the service. */
  public static Optional<Route> of(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return Version.of(path)
        .flatMap(version -> below(version, path.substring(version.root().length())));
  }

  private static Optional<Route> below(Version version, String path) {
    // By far the most frequent, and nothing to take apart.
    if (path.equals(BATCH_READ)) {
      return Optional.of(
          new Route(version, GraphOperation.GET_PRESENCES_BY_USER_ID, ReadPath.BATCH, ""));
    }
    List<String> segments = List.of(path.split("/", -1));
    return switch (segments.get(0)) {
      case "me" -> bound(version, segments, List.of("me", "presence"), ReadPath.ME, -1);
      case "users" ->
          bound(version, segments, List.of("users", ANY, "presence"), ReadPath.USERS, 1);
      case "communications" ->
          bound(
              version,
              segments,
              List.of("communications", "presences", ANY),
              ReadPath.COMMUNICATIONS,
              2);
      case "$batch", "%24batch" ->
          segments.size() == 1
              ? Optional.of(new Route(version, GraphOperation.BATCH, ReadPath.BATCH, ""))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Route> bound(
      Version version, List<String> segments, List<String> presence, ReadPath path, int user) {
    int length = presence.size();
    if (segments.size() < length || segments.size() > length + 1) {
      return Optional.empty();
    }
    for (int i = 0; i < length; i++) {
      String segment = segments.get(i);
      boolean fits =
          presence.get(i).equals(ANY) ? !segment.isEmpty() : presence.get(i).equals(segment);
      if (!fits) {
        return Optional.empty();
      }
    }
    Optional<GraphOperation> operation =
        segments.size() == length
            ? Optional.of(GraphOperation.GET_PRESENCE)
            : GraphOperation.action(segments.get(length));
    return operation.map(
        each -> new Route(version, each, path, user < 0 ? "" : segments.get(user)));
  }
}
