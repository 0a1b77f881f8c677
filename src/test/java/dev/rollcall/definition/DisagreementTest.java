package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisagreementTest {
  private static final String SHAPE = "shape: the JSON representation wins";
  private static final String MEMBERS = "members: one that either place names belongs to the type";

  @Test
  void ourPagesDisagreeInThesePlacesOnly() {
    String values = " [values: the union of all pages]";
    String partners = " [values: a listed value is tolerated, pairs follow the table of states]";
    String spelling = " [spelling: both forms are one value]";
    assertEquals(
        List.of(
            "'availableInactive' is used as activity, which does not list it" + values,
            "'inACall' is used as activity, which does not list it" + values,
            "'inAConferenceCall' is used as activity, which does not list it" + values,
            "'inAMeeting' is used as activity, which does not list it" + values,
            "'offWork' is used as activity, which does not list it" + values,
            "'presenting' is used as activity, which does not list it" + values,
            "values of activity are listed as 'available' but used as 'Available'" + spelling,
            "'focusing' is listed as availability but used as activity only" + partners,
            "'inACall' is listed as availability but used as activity only" + partners,
            "'inAMeeting' is listed as availability but used as activity only" + partners,
            "'presenting' is listed as availability but used as activity only" + partners,
            "values of availability are listed as 'available' but used as 'Available'" + spelling),
        Definition.bundled("v1.0").disagreements().stream()
            .map(each -> each.text() + " [" + each.rule() + "]")
            .toList());
  }

  @Test
  void disagreementNamesEveryPlace() {
    Disagreement offWork =
        Definition.bundled("v1.0").disagreements().stream()
            .filter(each -> each.text().startsWith("'offWork'"))
            .findFirst()
            .orElseThrow();

    assertEquals(
        "[resources/presence.md:33, api/presence-setuserpreferredpresence.md:46, concepts/states-and-time.md:34]",
        offWork.places().toString());
  }

  @Test
  void jsonRepresentationWinsOverTheTypeColumn() {
    ResourcePage page =
        page("| availability | string collection | How. |", "\"availability\": \"string\"");

    assertEquals(
        new TypeName("String", false, false),
        page.resource().property("availability").orElseThrow().type());
    assertEquals(
        List.of(
            new Disagreement(
                List.of(new Place("resources/thing.md", 11), new Place("resources/thing.md", 17)),
                "type 'String collection' of 'availability' contradicts the JSON representation ('String')",
                SHAPE)),
        page.disagreements());
  }

  @Test
  void jsonRepresentationWinsOverTheLinkedResource() {
    ResourcePage page =
        page(
            "| note | [itemBody](itembody.md) | What. |",
            "\"note\": {\"@odata.type\": \"#microsoft.graph.statusNote\"}");

    assertEquals(
        "type 'itemBody' of 'note' contradicts the JSON representation ('statusNote')",
        page.disagreements().get(0).text());
    assertEquals(
        new TypeName("statusNote", false, true),
        page.resource().property("note").orElseThrow().type());
  }

  @Test
  void notationsOfTheSameTypeAgree() {
    ResourcePage page =
        page(
            "| a | String | A. |\n"
                + "| b | bodyType | B. Possible values are `text`. |\n"
                + "| c | DateTimeOffset | C. |\n"
                + "| d | [itemBody](itembody.md) collection | D. |\n"
                + "| e | Boolean | E. |\n"
                + "| f | Int32 | F. |\n"
                + "| g | Duration | G. |",
            "\"a\": \"String (identifier)\", \"b\": \"string\", \"c\": \"String (timestamp)\","
                + " \"d\": [{\"@odata.type\": \"microsoft.graph.itemBody\"}], \"e\": true,"
                + " \"f\": 1024, \"g\": \"String\"");

    assertEquals(List.of(), page.disagreements());
  }

  @Test
  void memberOfOnePlaceBelongsToTheType() {
    ResourcePage page = page("| a | String | A. |", "\"b\": \"Boolean\"");

    assertEquals(
        List.of("a", "b"), page.resource().properties().stream().map(Property::name).toList());
    assertEquals(
        List.of(
            new Disagreement(
                List.of(new Place("resources/thing.md", 11), new Place("resources/thing.md", 17)),
                "'a' is in the Properties table, not in the JSON representation",
                MEMBERS),
            new Disagreement(
                List.of(new Place("resources/thing.md", 9), new Place("resources/thing.md", 17)),
                "'b' is in the JSON representation, not in the Properties table",
                MEMBERS)),
        page.disagreements());
  }

  private static ResourcePage page(String rows, String members) {
    return ResourcePage.of(
        Page.parse(
            "resources/thing.md",
            """
            ---
            doc_type: resourcePageType
            ---

            # thing resource type

            ## Properties

            | Property | Type | Description |
            | :------- | :--- | :---------- |
            %s

            ## JSON representation

            ```json
            {
              %s
            }
            ```
            """
                .formatted(rows, members)));
  }
}
