package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares our presence page with the published one, where that is at hand. */
class PublicPageTest {
  private Resource published;
  private List<Disagreement> disagreements;
  private final Resource ours = Definition.bundled("v1.0").resource("presence").orElseThrow();

  @BeforeEach
  void readThePublishedPage() {
    Optional<String> folder =
        Optional.ofNullable(System.getProperty("rollcall.docs"))
            .or(() -> Optional.ofNullable(System.getenv("ROLLCALL_DOCS")));
    assumeTrue(
        folder.isPresent(),
        "the published page is not here: name its folder by -Drollcall.docs or ROLLCALL_DOCS");
    ResourcePage page = ResourcePage.read(Path.of(folder.orElseThrow(), "presence.md"));
    published = page.resource();
    disagreements = page.disagreements();
  }

  @Test
  void ourPageHasTheSixPropertiesAndOneOfLaterDate() {
    assertEquals(
        List.of(
            "activity String",
            "availability String",
            "id String",
            "outOfOfficeSettings #outOfOfficeSettings",
            "sequenceNumber String",
            "statusMessage #presenceStatusMessage"),
        namesAndTypes(published));
    List<String> all = new ArrayList<>(namesAndTypes(published));
    all.add("workLocation #userWorkLocation");
    assertEquals(all, namesAndTypes(ours));
  }

  @Test
  void bothPagesListTheSameValues() {
    for (Property property : published.properties()) {
      assertEquals(property.values(), our(property).values(), property.name());
    }
    assertEquals(8, published.property("activity").orElseThrow().values().size());
    assertEquals(11, published.property("availability").orElseThrow().values().size());
  }

  @Test
  void onlyTheKeyIsNotNullableOnEither() {
    for (Property property : published.properties()) {
      assertEquals(property.name().equals("id"), property.key(), property.name());
      assertEquals(!property.key(), property.nullable(), property.name());
      assertEquals(property.key(), our(property).key(), property.name());
      assertEquals(property.nullable(), our(property).nullable(), property.name());
      assertEquals(property.required(), our(property).required(), property.name());
    }
  }

  @Test
  void ourPageAddsTheseStatements() {
    List<String> added = new ArrayList<>();
    for (Property other : published.properties()) {
      Property property = our(other);
      for (String statement : List.of("Key.", "Nullable.", "Not nullable.", "Format: guid.")) {
        boolean says = sentences(property).contains(statement);
        if (says && !sentences(other).contains(statement)) {
          added.add(property.name() + ": " + statement);
        }
      }
      if (!property.format().equals(other.format())) {
        added.add(property.name() + " has format " + property.format().orElse("none"));
      }
    }
    assertEquals(
        List.of(
            "activity: Nullable.",
            "availability: Nullable.",
            "id: Key.",
            "id: Not nullable.",
            "id: Format: guid.",
            "id has format guid",
            "outOfOfficeSettings: Nullable.",
            "sequenceNumber: Nullable.",
            "statusMessage: Nullable."),
        added);
  }

  @Test
  void publishedPageAgreesWithItself() {
    assertEquals(List.of(), disagreements);
  }

  private Property our(Property property) {
    return ours.property(property.name()).orElseThrow();
  }

  private static List<String> sentences(Property property) {
    return List.of(property.description().split("(?<=\\.)\\s+"));
  }

  private static List<String> namesAndTypes(Resource resource) {
    return resource.properties().stream()
        .map(each -> each.name() + " " + (each.type().reference() ? "#" : "") + each.type())
        .toList();
  }
}
