package dev.rollcall.contract;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Users who differ in one pair each and whom the same time passes; all are read in one exchange.
 * Only for checks that move the clock: a target that has one makes as many users as are asked for.
 */
final class Crowd {
  private final Graph graph;
  private final Map<Pair, User> users = new LinkedHashMap<>();

  private Crowd(Graph graph) {
    this.graph = graph;
  }

  /** A user for each pair. */
  static Crowd of(Graph graph, List<Pair> pairs) {
    var crowd = new Crowd(graph);
    pairs.forEach(pair -> crowd.users.put(pair, graph.anotherUser()));
    return crowd;
  }

  void each(BiConsumer<Pair, User> deed) {
    users.forEach(deed);
  }

  /** Each shows the pair that follows from its own. */
  void shows(UnaryOperator<Pair> expected, String when) {
    Map<String, JsonNode> shown = read();
    Matrix.over(
        users.keySet(),
        pair -> {
          JsonNode presence = shown.get(key(users.get(pair).id()));
          Deviation.unless(presence != null, "a presence of each user asked for", "none");
          String availability = presence.path("availability").asString("none");
          String activity = presence.path("activity").asString("none");
          Deviation.unless(
              expected.apply(pair).matches(availability, activity),
              expected.apply(pair) + " " + when,
              availability + "/" + activity);
        });
  }

  private Map<String, JsonNode> read() {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    graph
        .presences(users.values().stream().map(User::id).toList())
        .presences()
        .forEach(presence -> byId.put(key(presence.path("id").asString("")), presence));
    return byId;
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
