package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MalformedPageTest {
  private static final String PRESENCE = "resources/presence.md";
  private static final String GET = "api/presence-get.md";
  private static final String SET = "api/presence-setpresence.md";
  private static final String STATES = "concepts/states-and-time.md";

  private record Case(String page, String from, String to, String message) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              PRESENCE,
              "## Properties",
              "## Members",
              "resources/presence.md:7: there is no Properties table; add '## Properties' with a table below it"),
          new Case(
              PRESENCE,
              "| Property | Type | Description |",
              "| Relationship | Type | Description |",
              "resources/presence.md:31: unknown column 'Relationship' in the Properties table; the columns are Property, Type, Description"),
          new Case(
              PRESENCE,
              "| Method | Return Type | Description |\n| :----- | :---------- | :---------- |",
              "| Method | Return Type |\n| :----- | :---------- |",
              "resources/presence.md:15: column 'Description' is missing in the Methods table; the columns are Method, Return Type, Description"),
          new Case(
              PRESENCE,
              "| availability | String |",
              "| activity | String |",
              "resources/presence.md:34: 'activity' stands twice in the Properties table; remove this row or the one in line 33"),
          new Case(
              PRESENCE,
              "| sequenceNumber | String |",
              "| sequenceNumber | Strnig |",
              "resources/presence.md:37: unknown type 'Strnig'; link the page of a resource, name a primitive type, or list the values of an enumeration"),
          new Case(
              PRESENCE,
              "| sequenceNumber | String |",
              "|  | String |",
              "resources/presence.md:37: a row of the Properties table has no name; name it"),
          new Case(
              PRESENCE,
              "Format: guid.",
              "Format: uuid.",
              "resources/presence.md:35: unknown format; write 'Format: ' and one of guid, date-time, duration, then a full stop"),
          new Case(
              PRESENCE,
              "(outofofficesettings.md)",
              "(outofoffice.md)",
              "resources/presence.md:36: 'outofoffice.md' leads to no page; add that page or correct the link"),
          new Case(
              "api/presence-setstatusmessage.md",
              "| [presenceStatusMessage](",
              "| [statusNote](",
              "api/presence-setstatusmessage.md:33: no page defines the type 'statusNote'; add its page under resources/"),
          new Case(
              PRESENCE,
              "\"sequenceNumber\": \"String\",",
              "\"sequenceNumber\": \"String\"",
              "resources/presence.md:60: the JSON representation is broken; write one JSON object, each member once"),
          new Case(
              PRESENCE,
              "\"sequenceNumber\": \"String\"",
              "\"id\": \"String\"",
              "resources/presence.md:59: the JSON representation is broken; write one JSON object, each member once"),
          new Case(
              PRESENCE,
              "\"sequenceNumber\": \"String\"",
              "\"sequenceNumber\": \"Strnig\"",
              "resources/presence.md:59: unknown type 'Strnig' in the JSON representation; write the name of a primitive type, or an object with '@odata.type'"),
          new Case(
              PRESENCE,
              "```json",
              "```text",
              "resources/presence.md:45: there is no JSON representation; add a block fenced by ```json"),
          new Case(
              PRESENCE,
              "# presence resource type",
              "# presence",
              "resources/presence.md:7: the title 'presence' names no resource; write '# name resource type'"),
          new Case(
              PRESENCE,
              "# presence resource type\n",
              "",
              "resources/presence.md:1: there is no title; add a line '# Title'"),
          new Case(
              PRESENCE,
              "doc_type: resourcePageType",
              "doc_type: apiPageType",
              "resources/presence.md:1: doc_type is 'apiPageType'; write 'doc_type: resourcePageType' into the front matter"),
          new Case(
              "resources/itembody.md",
              "# itemBody resource type",
              "# presence resource type",
              "resources/presence.md:7: resource 'presence' stands also at resources/itembody.md:7; keep one of the two"),
          new Case(
              GET,
              "(S-001; DOCUMENTED; docs: v1.0/api/presence-get.md)",
              "S-001",
              "api/presence-get.md:42: this clause does not end with its statement, basis and source; end the item '(S-123; BASIS; source)', basis one of [DOCUMENTED, DERIVED, OBSERVED, CHOSEN]"),
          new Case(
              GET,
              "(S-001; DOCUMENTED; docs: v1.0/api/presence-get.md)",
              "(S-001; DOCUMENTED)",
              "api/presence-get.md:42: this clause does not end with its statement, basis and source; end the item '(S-123; BASIS; source)', basis one of [DOCUMENTED, DERIVED, OBSERVED, CHOSEN]"),
          new Case(
              GET,
              "(S-001; DOCUMENTED;",
              "(S-1; DOCUMENTED;",
              "api/presence-get.md:42: 'S-1' is no statement number; end the item '(S-123; BASIS; source)', basis one of [DOCUMENTED, DERIVED, OBSERVED, CHOSEN]"),
          new Case(
              GET,
              "(S-001; DOCUMENTED;",
              "(S-001; GUESSED;",
              "api/presence-get.md:42: unknown basis 'GUESSED'; end the item '(S-123; BASIS; source)', basis one of [DOCUMENTED, DERIVED, OBSERVED, CHOSEN]"),
          new Case(
              GET,
              "presence-get.md)\n- The object",
              "presence-get.md)\n  - The object",
              "api/presence-get.md:42: this clause holds several statements; end the item '(S-123; BASIS; source)', basis one of [DOCUMENTED, DERIVED, OBSERVED, CHOSEN]"),
          new Case(
              GET,
              "(S-002;",
              "(S-001;",
              "api/presence-get.md:43: statement 'S-001' stands also at api/presence-get.md:42; keep one of the two"),
          new Case(
              GET,
              "## HTTP request",
              "## Requests",
              "api/presence-get.md:7: there is no section 'HTTP request'; add '## HTTP request'"),
          new Case(
              GET,
              "GET /users/{id}/presence",
              "GET users/{id}/presence",
              "api/presence-get.md:17: 'GET users/{id}/presence' is no request line; write a method and a path, as in 'GET /me/presence'"),
          new Case(
              GET,
              "| 200 OK |",
              "| fine |",
              "api/presence-get.md:36: 'fine' is no status; write it as in '200 OK'"),
          new Case(
              GET,
              "| 200 OK |",
              "| 302 Found |",
              "api/presence-get.md:34: no response is a success; add a row with a 2xx status"),
          new Case(
              GET,
              "| 200 OK | [presence](../resources/presence.md)",
              "| 200 OK | String",
              "api/presence-get.md:36: 'String' is no body of an answer; link the page of the resource, or leave the cell empty"),
          new Case(
              SET,
              "# presence: setPresence",
              "# presence: clearPresence",
              "api/presence-setpresence.md:7: operation 'clearPresence' stands also at api/presence-clearpresence.md:7; keep one of the two"),
          new Case(
              SET,
              "| Busy | InACall |",
              "| Busy |  |",
              "api/presence-setpresence.md:43: half of a pair is missing; give availability and activity"),
          new Case(
              STATES,
              "without use while Busy | CHOSEN |",
              "without use while Busy | LIKELY |",
              "concepts/states-and-time.md:25: unknown basis 'LIKELY'; write one of [DOCUMENTED, DERIVED, OBSERVED, CHOSEN]"),
          new Case(
              "../observed.json",
              "\"date\": \"2021\"",
              "\"when\": \"2021\"",
              "observed.json:31: this list cannot be read; write a JSON array of objects with property, value, source and date"),
          new Case(
              "../untestable.json",
              "]",
              "",
              "untestable.json:215: this list cannot be read; write a JSON array of objects with statement and reason"));

  @TempDir private Path folder;

  @BeforeEach
  void copyPages() throws IOException {
    Path pages = Path.of("schemas/definition");
    try (Stream<Path> files = Files.walk(pages)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(pages.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void messageNamesPlaceAndRemedy(Case malformed) throws IOException {
    Path page = folder.resolve("v1.0").resolve(malformed.page());
    String text = Files.readString(page);
    assertTrue(text.contains(malformed.from()), "the page holds " + malformed.from());
    int at = text.indexOf(malformed.from());
    Files.writeString(
        page,
        text.substring(0, at) + malformed.to() + text.substring(at + malformed.from().length()));

    assertEquals(malformed.message(), message());
  }

  @Test
  void pageThatIsNoTextIsRefused() throws IOException {
    Files.write(folder.resolve("v1.0").resolve(GET), new byte[] {(byte) 0xc3, 0x28});

    assertEquals(
        "api/presence-get.md: this file cannot be read as UTF-8 text; check that it is there and readable",
        message());
  }

  @Test
  void pageOutsideTheFoldersIsRefused() throws IOException {
    Files.writeString(folder.resolve("v1.0/notes.md"), "# Notes\n");

    assertEquals(
        "notes.md:1: this page is in no folder of the definition; move it into one of resources/, api/, concepts/",
        message());
  }

  @Test
  void missingLedgerIsRefused() throws IOException {
    Files.delete(folder.resolve("observed.json"));

    assertEquals(
        "observed.json:1: this list is missing; add it; [] says that it is empty", message());
  }

  @Test
  void missingVersionIsRefused() {
    MalformedPage refused = assertThrows(MalformedPage.class, () -> Definition.read(folder, "v9"));

    assertEquals(
        folder.resolve("v9")
            + ": this folder cannot be read; name a folder that holds folders of pages, such as v1.0, and observed.json",
        refused.getMessage());
  }

  @Test
  void missingBundledVersionIsRefused() {
    MalformedPage refused = assertThrows(MalformedPage.class, () -> Definition.bundled("v9"));

    assertEquals(
        "v9: there are no pages of this version; name a version that has a folder of pages",
        refused.getMessage());
  }

  private String message() {
    return assertThrows(MalformedPage.class, () -> Definition.read(folder, "v1.0")).getMessage();
  }
}
