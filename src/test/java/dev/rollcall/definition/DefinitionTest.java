package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {
  private final Definition definition = Definition.read(Path.of("schemas/definition"), "v1.0");

  @Test
  void bundledPagesAreThoseOfTheFolder() {
    assertEquals(definition, Definition.bundled("v1.0"));
  }

  @Test
  void definesTheseOperations() {
    assertEquals(
        List.of(
            "batch",
            "clearAutomaticLocation",
            "clearLocation",
            "clearPresence",
            "clearUserPreferredPresence",
            "getPresence",
            "getPresencesByUserId",
            "setAutomaticLocation",
            "setManualLocation",
            "setPresence",
            "setStatusMessage",
            "setUserPreferredPresence"),
        definition.operations().stream().map(Operation::name).toList());
  }

  @Test
  void readsAreBoundToThreePaths() {
    assertEquals(
        List.of(
            "GET /me/presence", "GET /users/{id}/presence", "GET /communications/presences/{id}"),
        paths("getPresence"));
    assertEquals(
        List.of("POST /communications/getPresencesByUserId"), paths("getPresencesByUserId"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setPresence",
        "clearPresence",
        "setUserPreferredPresence",
        "clearUserPreferredPresence",
        "setStatusMessage",
        "setManualLocation",
        "setAutomaticLocation",
        "clearAutomaticLocation",
        "clearLocation"
      })
  void actionsAreBoundToEveryPresence(String action) {
    assertEquals(
        List.of(
            "POST /users/{id}/presence/" + action,
            "POST /me/presence/" + action,
            "POST /communications/presences/{id}/" + action),
        paths(action));
  }

  @Test
  void operationsTellWhatTheyAnswer() {
    assertEquals(
        Optional.of(new TypeName("presence", false, true)), operation("getPresence").returns());
    assertEquals(
        Optional.of(new TypeName("presence", true, true)),
        operation("getPresencesByUserId").returns());
    assertEquals(Optional.empty(), operation("setPresence").returns());
    assertEquals(
        Optional.of(new TypeName("batchResponse", false, true)), operation("batch").returns());
  }

  @Test
  void oneActionMayAnswerWithEitherStatus() {
    for (Operation operation : definition.operations()) {
      boolean either = operation.name().equals("setManualLocation");
      assertEquals(
          either ? List.of(200, 204) : List.of(200), operation.successes(), operation.name());
    }
  }

  @Test
  void combinationsAreThoseOfTheTables() {
    assertEquals(
        "[Available/Available, Busy/InACall, Busy/InAConferenceCall, Away/Away, DoNotDisturb/Presenting]",
        operation("setPresence").combinations().toString());
    assertEquals(
        "[Available/Available, Busy/Busy, DoNotDisturb/DoNotDisturb, BeRightBack/BeRightBack, Away/Away, Offline/OffWork]",
        operation("setUserPreferredPresence").combinations().toString());
  }

  @Test
  void parametersTellTypeFormatAndNeed() {
    List<Property> parameters = operation("setPresence").parameters();
    assertEquals(
        List.of("activity", "availability", "expirationDuration", "sessionId"),
        parameters.stream().map(Property::name).toList());
    Property duration = parameters.get(2);
    assertEquals(Optional.of("duration"), duration.format());
    assertTrue(duration.nullable());
    assertFalse(duration.required());
    Property session = parameters.get(3);
    assertEquals(Optional.of("guid"), session.format());
    assertFalse(session.nullable());
    assertTrue(session.required());
    assertEquals(List.of(), operation("clearUserPreferredPresence").parameters());
  }

  @Test
  void documentedValuesAreTheUnionOfAllPages() {
    assertEquals(
        new TreeSet<>(
            List.of(
                "available",
                "away",
                "beRightBack",
                "busy",
                "doNotDisturb",
                "focusing",
                "inACall",
                "inAMeeting",
                "offline",
                "presenceUnknown",
                "presenting")),
        definition.documentedValues("availability"));
    assertEquals(
        new TreeSet<>(
            List.of(
                "available",
                "availableInactive",
                "away",
                "beRightBack",
                "busy",
                "doNotDisturb",
                "inACall",
                "inAConferenceCall",
                "inAMeeting",
                "offWork",
                "offline",
                "outOfOffice",
                "presenceUnknown",
                "presenting")),
        definition.documentedValues("activity"));
    assertEquals(
        new TreeSet<>(List.of("html", "text")), definition.documentedValues("contentType"));
  }

  @Test
  void ledgerHoldsWhatNoCurrentPageLists() {
    assertEquals(
        new TreeSet<>(List.of("availableIdle", "busyIdle")),
        definition.observedValues("availability"));
    assertEquals(
        new TreeSet<>(List.of("focusing", "inactive", "urgentInterruptionsOnly")),
        definition.observedValues("activity"));
  }

  @Test
  void everythingIsNullableButWhatThePageExcepts() {
    assertEquals(
        List.of(
            "batchRequestPart.id",
            "batchRequestPart.method",
            "batchRequestPart.url",
            "batchResponse.responses",
            "batchResponsePart.id",
            "batchResponsePart.status",
            "dateTimeTimeZone.dateTime",
            "error.error",
            "presence.id",
            "publicError.code",
            "publicError.message",
            "userWorkLocation.source",
            "userWorkLocation.workLocationType"),
        definition.resources().stream()
            .flatMap(
                resource ->
                    resource.properties().stream()
                        .filter(property -> !property.nullable())
                        .map(property -> resource.name() + "." + property.name()))
            .toList());
  }

  @Test
  void onlyTheInnerErrorAndWhatABatchCarriesAreOpen() {
    assertEquals(
        List.of("batchHeaders", "batchRequestPart", "batchResponsePart", "publicInnerError"),
        definition.resources().stream().filter(Resource::open).map(Resource::name).toList());
  }

  @Test
  void clausesCarryTheirPlace() {
    Clause clause = definition.clause("S-093").orElseThrow();

    assertEquals(
        "With no other session and no preference, the next read shows the pair that was set.",
        clause.text());
    assertEquals(Basis.DERIVED, clause.basis());
    assertEquals("docs: concepts/cloud-communications-manage-presence-state.md", clause.source());
    assertEquals("api/presence-setpresence.md", clause.place().page());
    assertEquals(Optional.empty(), definition.clause("S-999"));
  }

  private List<String> paths(String operation) {
    return operation(operation).endpoints().stream().map(Endpoint::toString).toList();
  }

  private Operation operation(String name) {
    return definition.operation(name).orElseThrow();
  }
}
