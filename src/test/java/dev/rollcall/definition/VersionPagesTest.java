package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What beta has is what v1.0 has, but for what its own folder says. */
class VersionPagesTest {
  private static final String GET = "api/presence-get.md";

  private final Definition base = Definition.bundled("v1.0");
  private final Definition beta = Definition.bundled("beta");

  @Test
  void betaLacksTheActionsOnLocation() {
    SortedSet<String> lacking = operations(base);
    lacking.removeAll(operations(beta));

    assertEquals(
        List.of(
            "clearAutomaticLocation", "clearLocation", "setAutomaticLocation", "setManualLocation"),
        List.copyOf(lacking));
    assertEquals(operations(base).size() - 4, beta.operations().size());
  }

  @Test
  void betaLacksTheClausesOfLimitsAndOfLocation() {
    SortedSet<String> lacking = statements(base);
    lacking.removeAll(statements(beta));

    assertEquals(
        List.of(
            "S-059", "S-060", "S-061", "S-067", "S-160", "S-161", "S-162", "S-163", "S-164",
            "S-165", "S-180"),
        List.copyOf(lacking));
    assertEquals(statements(base).size() - 11, beta.clauses().size());
  }

  @Test
  void whatBetaRepeatsItRepeatsAsItIs() {
    assertEquals(clauses(beta, base), clauses(beta, beta));
    assertEquals(base.resources().size(), beta.resources().size());
    for (Resource resource : beta.resources()) {
      assertEquals(
          members(base.resource(resource.name()).orElseThrow()), members(resource), "" + resource);
    }
  }

  @Test
  void betaIsReadFromAFolderAsFromTheBuild() {
    assertEquals(beta, Definition.read(Path.of("schemas/definition"), "beta"));
    assertEquals("beta", beta.version());
  }

  @Test
  void pageOfTheSameNameReplacesThatOfTheBase() {
    assertEquals(
        "{api/batch.md=v1.0/api/batch.md, api/presence-get.md=beta/api/presence-get.md,"
            + " concepts/new.md=beta/concepts/new.md}",
        new VersionPages(files("[]", "beta/concepts/new.md")).of("beta").toString());
  }

  @Test
  void pageThatIsAbsentIsLeftOut() {
    assertEquals(
        "{api/presence-get.md=beta/api/presence-get.md}",
        new VersionPages(files("[{\"page\":\"api/batch.md\",\"reason\":\"not there\"}]"))
            .of("beta")
            .toString());
  }

  @Test
  void pageCannotBeAbsentTwiceOrBesideItsOwn() {
    for (String page : List.of("api/presence-gett.md", GET)) {
      VersionPages pages =
          new VersionPages(files("[{\"page\":\"" + page + "\",\"reason\":\"not there\"}]"));

      assertEquals(
          "beta/absent.json: '"
              + page
              + "' is no page of v1.0 alone; name pages that v1.0 has and beta has not",
          assertThrows(MalformedPage.class, () -> pages.of("beta")).getMessage());
    }
  }

  @Test
  void listOfWhatIsAbsentHasToBeThere() {
    SortedMap<String, String> files = files("[]");
    files.remove("beta/absent.json");

    assertEquals(
        "beta/absent.json:1: this list is missing; add it; [] says that it is empty",
        assertThrows(MalformedPage.class, () -> new VersionPages(files).of("beta")).getMessage());
  }

  @Test
  void versionsAreThoseWithAFolder(@TempDir Path folder) throws IOException {
    assertEquals(List.of("v1.0"), Definition.versions(folder));

    Files.createDirectory(folder.resolve("beta"));

    assertEquals(List.of("v1.0", "beta"), Definition.versions(folder));
  }

  /** Two pages of v1.0 and one of beta, each with its path as text. */
  private static SortedMap<String, String> files(String absent, String... more) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String page : List.of("v1.0/api/batch.md", "v1.0/" + GET, "beta/" + GET)) {
      files.put(page, page);
    }
    for (String page : more) {
      files.put(page, page);
    }
    files.put("beta/absent.json", absent);
    return files;
  }

  /** The words of every clause of the one definition as the other has them. */
  private static List<String> clauses(Definition listed, Definition asked) {
    return listed.clauses().stream()
        .map(clause -> asked.clause(clause.statement()))
        .map(Optional::orElseThrow)
        .map(clause -> clause.text() + clause.basis() + clause.source())
        .toList();
  }

  private static List<String> members(Resource resource) {
    return resource.properties().stream()
        .map(each -> each.name() + each.type() + each.description())
        .toList();
  }

  private static SortedSet<String> operations(Definition definition) {
    return definition.operations().stream()
        .map(Operation::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> statements(Definition definition) {
    return definition.clauses().stream()
        .map(Clause::statement)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
