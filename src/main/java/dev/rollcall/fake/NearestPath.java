package dev.rollcall.fake;

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
    // Many of them differ by a missing action: the shorter path is the likelier one.
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
    int[][] costs = new int[from.size() + 1][to.size() + 1];
    for (int i = 0; i <= from.size(); i++) {
      for (int j = 0; j <= to.size(); j++) {
        costs[i][j] = i + j == 0 ? 0 : step(costs, from, to, i, j);
      }
    }
    return costs[from.size()][to.size()];
  }

  private static int step(int[][] costs, List<String> from, List<String> to, int i, int j) {
    int best = Integer.MAX_VALUE;
    if (i > 0) {
      best = costs[i - 1][j] + from.get(i - 1).length();
    }
    if (j > 0) {
      best = Math.min(best, costs[i][j - 1] + to.get(j - 1).length());
    }
    if (i > 0 && j > 0) {
      best = Math.min(best, costs[i - 1][j - 1] + difference(from.get(i - 1), to.get(j - 1)));
    }
    return best;
  }

  private static int difference(String sent, String served) {
    return served.equals(ANY) ? 0 : letters(sent, served);
  }

  private static int letters(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int kept = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
