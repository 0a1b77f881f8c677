package dev.rollcall.contract;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What one exchange shows of several users; of a single one, what the read of one user shows. */
final class Reading {
  private final List<JsonNode> presences;

  private Reading(List<JsonNode> presences) {
    this.presences = presences;
  }

  /**
   * Reads the users until the judgement holds, or once the target has settled.
   *
   * @throws Deviation of the last reading
   */
  static void judge(Graph graph, Collection<User> users, Consumer<Reading> judgement) {
    if (users.size() == 1) {
      graph
          .presence(users.iterator().next())
          .reached(reply -> judgement.accept(new Reading(List.of(reply.is(200).object()))));
    } else {
      graph
          .presences(ManyIds.of(users))
          .reached(reply -> judgement.accept(new Reading(reply.presences())));
    }
  }

  /**
   * Each user has to show the pair beside the name.
   *
   * @param when the situation, for the reader of a failure
   */
  static void shows(Graph graph, Map<User, Pair> expected, String when) {
    judge(
        graph,
        expected.keySet(),
        reading ->
            Matrix.over(
                expected.entrySet(),
                each -> reading.requirePair(each.getKey(), each.getValue(), when)));
  }

  /** Each user has to show the status message beside the name. */
  static void says(Graph graph, Map<User, String> expected) {
    judge(
        graph,
        expected.keySet(),
        reading ->
            Matrix.over(
                expected.entrySet(),
                each -> {
                  String shown = reading.text(each.getKey()).orElse("none");
                  Deviation.unless(
                      shown.strip().equals(each.getValue()),
                      "status message '" + each.getValue() + "'",
                      shown);
                }));
  }

  /** The status message of a user; empty when there is none or it is blank. */
  Optional<String> text(User user) {
    JsonNode content = of(user).at("/statusMessage/message/content");
    return Optional.of(content.asString("")).filter(text -> !text.isBlank());
  }

  private void requirePair(User user, Pair pair, String when) {
    String availability = of(user).path("availability").asString("none");
    String activity = of(user).path("activity").asString("none");
    Deviation.unless(
        pair.matches(availability, activity), pair + " " + when, availability + "/" + activity);
  }

  private JsonNode of(User user) {
    List<JsonNode> own =
        presences.stream()
            .filter(presence -> presence.path("id").asString("").equalsIgnoreCase(user.id()))
            .toList();
    Deviation.unless(
        own.size() == 1,
        "one presence of " + user.id(),
        presences.stream()
            .map(presence -> presence.path("id").asString("none"))
            .collect(Collectors.joining(", ", "presences of ", "")));
    return own.get(0);
  }
}
