package dev.rollcall.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.definition.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemaDerivationTest {
  private final SortedMap<String, String> files =
      SchemaDerivation.derive(Definition.bundled("v1.0"));

  @Test
  void everyResourceRequestAndAnswerHasAFile() {
    assertEquals(
        List.of(
            "batch.request.schema.json",
            "batch.response.schema.json",
            "batchHeaders.schema.json",
            "batchRequestPart.schema.json",
            "batchResponse.schema.json",
            "batchResponsePart.schema.json",
            "clearPresence.request.schema.json",
            "dateTimeTimeZone.schema.json",
            "error.schema.json",
            "getPresence.response.schema.json",
            "getPresencesByUserId.request.schema.json",
            "getPresencesByUserId.response.schema.json",
            "itemBody.schema.json",
            "outOfOfficeSettings.schema.json",
            "presence.schema.json",
            "presenceStatusMessage.schema.json",
            "publicError.schema.json",
            "publicErrorDetail.schema.json",
            "publicInnerError.schema.json",
            "setAutomaticLocation.request.schema.json",
            "setManualLocation.request.schema.json",
            "setPresence.request.schema.json",
            "setStatusMessage.request.schema.json",
            "setUserPreferredPresence.request.schema.json",
            "userWorkLocation.schema.json"),
        List.copyOf(files.keySet()));
  }

  @Test
  void derivationGivesTheSameBytesEachTime() {
    assertEquals(files, SchemaDerivation.derive(Definition.bundled("v1.0")));
    files.forEach(
        (name, text) -> {
          assertTrue(text.endsWith("}\n"), name);
          assertFalse(text.contains("\r"), name);
        });
  }

  @Test
  void everyFileNamesItselfAndItsPage() {
    files.forEach(
        (name, text) -> {
          JsonNode schema = JsonMapper.shared().readTree(text);
          assertEquals(
              "https://json-schema.org/draft/2020-12/schema", schema.path("$schema").stringValue());
          assertEquals(
              "https://rollcall.dev/schemas/v1.0/" + name, schema.path("$id").stringValue());
          assertFalse(schema.path("title").stringValue().isBlank(), name);
          String description = schema.path("description").stringValue();
          assertTrue(description.endsWith(".md defines it."), description);
        });
  }

  @Test
  void everyReferenceResolves() {
    List<String> seen = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          JsonNode schema = JsonMapper.shared().readTree(text);
          for (JsonNode reference : schema.findValues("$ref")) {
            String target = reference.stringValue();
            boolean resolves =
                target.startsWith("#")
                    ? !schema.at(target.substring(1)).isMissingNode()
                    : files.containsKey(target);
            assertTrue(resolves, name + " refers to " + target);
            seen.add(target);
          }
        });
    assertTrue(seen.contains("presence.schema.json"), seen.toString());
    assertTrue(seen.contains("#/$defs/availabilityObserved"), seen.toString());
  }

  @Test
  void aValueBrokenInAPageMakesTheSchemasDiffer(@TempDir Path folder) throws IOException {
    Path pages = Path.of("schemas/definition");
    try (Stream<Path> all = Files.walk(pages)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(pages.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path page = folder.resolve("v1.0/resources/presence.md");
    Files.writeString(page, Files.readString(page).replace("`focusing`", "`focussing`"));

    SortedMap<String, String> broken = SchemaDerivation.derive(Definition.read(folder, "v1.0"));

    assertEquals(
        List.of("presence.schema.json"),
        files.keySet().stream().filter(name -> !files.get(name).equals(broken.get(name))).toList());
  }

  @Test
  void valueListsHaveBothSpellingsAndNull() {
    JsonNode definitions = schema("presence").path("$defs");

    assertEquals(
        List.of(
            "activityDocumented",
            "activityObserved",
            "availabilityDocumented",
            "availabilityObserved"),
        List.copyOf(definitions.propertyNames()));
    assertEquals(
        "[\"availableIdle\",\"AvailableIdle\",\"busyIdle\",\"BusyIdle\",null]",
        definitions.path("availabilityObserved").path("enum").toString());
  }

  @Test
  void typesTurnIntoTypesFormatsAndReferences() {
    Map<String, String> expected =
        Map.of(
            "presence/id", "{\"type\":\"string\",\"format\":\"uuid\"}",
            "presence/sequenceNumber", "{\"type\":[\"string\",\"null\"]}",
            "presence/statusMessage",
                "{\"anyOf\":[{\"$ref\":\"presenceStatusMessage.schema.json\"},{\"type\":\"null\"}]}",
            "presenceStatusMessage/publishedDateTime",
                "{\"type\":[\"string\",\"null\"],\"format\":\"date-time\"}",
            "setPresence.request/expirationDuration",
                "{\"type\":[\"string\",\"null\"],\"format\":\"duration\"}",
            "itemBody/contentType",
                "{\"type\":[\"string\",\"null\"],\"enum\":[\"text\",\"html\",null]}",
            "error/error", "{\"$ref\":\"publicError.schema.json\"}",
            "publicError/details",
                "{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"publicErrorDetail.schema.json\"}}",
            "outOfOfficeSettings/isOutOfOffice", "{\"type\":[\"boolean\",\"null\"]}");

    expected.forEach(
        (path, json) -> {
          String[] parts = path.split("/");
          ObjectNode member = schema(parts[0]).path("properties").path(parts[1]).asObject();
          member.remove("description");
          assertEquals(json, member.toString(), path);
        });
  }

  @Test
  void onlyOpenTypesLetUnknownMembersIn() {
    assertFalse(schema("batchResponsePart").has("additionalProperties"));
    assertFalse(schema("publicInnerError").has("additionalProperties"));
    assertEquals(
        "{\"^@\":true,\"@odata\\\\.\":true}",
        schema("presence").path("patternProperties").toString());
    assertFalse(schema("presence").path("additionalProperties").booleanValue());
  }

  private JsonNode schema(String name) {
    return JsonMapper.shared().readTree(files.get(name + ".schema.json"));
  }
}
