package dev.rollcall.report.cause;

import dev.rollcall.report.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Answers that are the same whatever was written or asked. */
final class FixedAnswers {
  private final List<Asked> all;

  FixedAnswers(List<Asked> all) {
    this.all = all;
  }

  Stream<Cause> causes() {
    return Stream.of(readsThatNeverChange(), onePresenceForEverybody(), oneBatchForEverybody())
        .flatMap(Optional::stream);
  }

  private Optional<Cause> readsThatNeverChange() {
    var unseen = new ArrayList<Asked>();
    var operations = new LinkedHashSet<String>();
    for (int i = 1; i < all.size(); i++) {
      Asked write = all.get(i - 1);
      Asked read = all.get(i);
      Optional<String> written = write.isWrite() ? Asked.pair(write.asked()) : Optional.empty();
      Optional<String> shown = shown(read);
      if (write.finding() == read.finding()
          && write.isServed()
          && written.isPresent()
          && shown.isPresent()
          && !written.get().equalsIgnoreCase(shown.get())) {
        unseen.add(read);
        operations.add(write.operation());
      }
    }
    Map<String, Set<String>> shownByPath = new LinkedHashMap<>();
    List<Asked> reads = all.stream().filter(asked -> shown(asked).isPresent()).toList();
    reads.forEach(
        read ->
            shownByPath
                .computeIfAbsent(read.path(), path -> new LinkedHashSet<>())
                .add(shown(read).orElseThrow()));
    boolean fixed = shownByPath.values().stream().allMatch(pairs -> pairs.size() == 1);
    if (!fixed || unseen.size() < Causes.ENOUGH || operations.size() < 2) {
      return Optional.empty();
    }
    long writes = all.stream().filter(asked -> asked.isWrite() && asked.isServed()).count();
    return Optional.of(
        Cause.of(
            "Writes are answered with success, but reads never change.",
            Figures.count(writes, "write")
                + " succeeded, and "
                + Figures.count(reads.size(), "read")
                + " showed on every path one and the same availability and activity.",
            "Fixed answers, as a static mock gives them, or writes that do not reach the state that"
                + " reads come from.",
            afterWrites()));
  }

  /** Reads after a successful write of the same finding. */
  private List<Asked> afterWrites() {
    Set<Object> written = new LinkedHashSet<>();
    var after = new ArrayList<Asked>();
    for (Asked asked : all) {
      if (asked.isWrite() && asked.isServed()) {
        written.add(asked.finding());
      } else if (shown(asked).isPresent() && written.contains(asked.finding())) {
        after.add(asked);
      }
    }
    return after;
  }

  private static Optional<String> shown(Asked asked) {
    return asked.isRead() && asked.isServed() ? Asked.pair(asked.answered()) : Optional.empty();
  }

  private Optional<Cause> onePresenceForEverybody() {
    List<Asked> reads =
        all.stream()
            .filter(asked -> asked.isRead() && asked.isServed() && !asked.user().isEmpty())
            .filter(asked -> !id(asked.answered()).isEmpty())
            .filter(asked -> asked.path().startsWith("/users/"))
            .toList();
    Set<String> users = reads.stream().map(Asked::user).collect(Collectors.toSet());
    Set<String> answered = reads.stream().map(r -> id(r.answered())).collect(Collectors.toSet());
    List<Asked> wrong =
        reads.stream().filter(read -> !id(read.answered()).equals(read.user())).toList();
    return users.size() > 1 && answered.size() == 1
        ? Optional.of(
            Cause.of(
                "Everybody is answered with the same presence.",
                "Reads of "
                    + Figures.count(users.size())
                    + " different users all gave the id "
                    + answered.iterator().next()
                    + ".",
                "The id in the path is not looked at.",
                wrong))
        : Optional.empty();
  }

  private Optional<Cause> oneBatchForEverybody() {
    List<Asked> batches =
        all.stream()
            .filter(asked -> asked.isBatch() && asked.isServed())
            .filter(asked -> asked.asked().path("ids").isArray())
            .filter(asked -> !ids(asked.answered().path("value"), "id").isEmpty())
            .toList();
    Set<Object> asked =
        batches.stream().map(b -> ids(b.asked().path("ids"), "")).collect(Collectors.toSet());
    Set<Set<String>> answered =
        batches.stream()
            .map(b -> ids(b.answered().path("value"), "id"))
            .collect(Collectors.toSet());
    return asked.size() > 1 && answered.size() == 1
        ? Optional.of(
            Cause.of(
                "Every batch is answered with the same presences.",
                Figures.count(batches.size(), "batch request")
                    + " for different ids gave the same "
                    + Figures.count(answered.iterator().next().size(), "id")
                    + ".",
                "The ids in the body are not looked at.",
                batches))
        : Optional.empty();
  }

  private static String id(JsonNode json) {
    return json.path("id").asString("").toLowerCase(Locale.ROOT);
  }

  private static Set<String> ids(JsonNode array, String member) {
    return array
        .valueStream()
        .map(node -> (member.isEmpty() ? node : node.path(member)).asString(""))
        .map(id -> id.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
