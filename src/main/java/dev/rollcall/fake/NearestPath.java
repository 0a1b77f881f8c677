package dev.rollcall.fake;

import dev.rollcall.fake.call.EditDistance;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Version;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Of all requests that the service takes, the one whose path differs least from a wrong one. */
final class NearestPath {
  private static final String ANY = "{id}";
  private static final List<String> PRESENCES =
      List.of("/me/presence", "/users/{id}/presence", "/communications/presences/{id}");

  private NearestPath() {}

  /** Such as {@code GET /v1.0/users/{id}/presence}. */
  static String to(String url) {
    int query = url.indexOf('?');
    List<String> wrong = segments(query < 0 ? url : url.substring(0, query));
    return served()
        .min(
            Comparator.comparingInt(
                request -> distance(wrong, segments(request.substring(request.indexOf(' ') + 1)))))
        .orElseThrow();
  }

  private static Stream<String> served() {
    return Stream.of(Version.values())
        .flatMap(version -> below().map(each -> each.formatted("/" + version.text())));
  }

  private static Stream<String> below() {
    Stream<String> actions =
        GraphOperation.all()
            .filter(GraphOperation::acts)
            .flatMap(
                action -> PRESENCES.stream().map(path -> "POST %s" + path + "/" + action.text()));
    return Stream.of(
            PRESENCES.stream().map(path -> "GET %s" + path),
            Stream.of("POST %s/communications/getPresencesByUserId", "POST %s/$batch"),
            actions)
        .flatMap(each -> each);
  }

  private static List<String> segments(String path) {
    return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }

  /** Letters to change, where segments may also be missing or too many. */
  private static int distance(List<String> from, List<String> to) {
    return EditDistance.of(from, to, String::length, NearestPath::difference);
  }

  private static int difference(String sent, String served) {
    return served.equals(ANY) ? 0 : EditDistance.of(sent, served);
  }
}
