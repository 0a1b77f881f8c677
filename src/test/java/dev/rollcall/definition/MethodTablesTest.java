package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MethodTablesTest {
  @Test
  void answerOfTheMethodsTableIsComparedWithThePageOfTheOperation() {
    SortedMap<String, String> files =
        new TreeMap<>(BundledFolder.read("schemas/definition", "observed.json"));
    files.computeIfPresent(
        "v1.0/resources/presence.md",
        (name, text) ->
            text.replace("| [presence](presence.md) |", "| [presence](presence.md) collection |"));

    List<Disagreement> found =
        new DefinitionReader(files, "v1.0")
            .read().disagreements().stream()
                .filter(each -> each.rule().equals(Rule.ANSWER.sentence()))
                .toList();

    assertEquals(
        List.of(
            new Disagreement(
                List.of(
                    new Place("resources/presence.md", 17), new Place("api/presence-get.md", 7)),
                "the Methods table says that getPresence returns presence collection, its own page says presence",
                Rule.ANSWER)),
        found);
  }
}
