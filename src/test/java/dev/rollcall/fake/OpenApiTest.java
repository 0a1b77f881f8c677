package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rollcall.fake.call.GraphOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description is written by hand; this holds it against what there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ROOT = "/__admin/presence/";
  private static final String REFERENCE = "#/components/schemas/";

  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(50));
  private final Http http = Http.to(fake.baseUrl());
  private final JsonNode document = http.admin("GET", "openapi", "").json();

  @AfterAll
  void stop() {
    fake.close();
  }

  private Set<String> described() {
    Set<String> names = new TreeSet<>();
    for (var path : document.path("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        names.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey().substring(ROOT.length()));
      }
    }
    return names;
  }

  @Test
  void itDescribesTheTasksThatThereAre() {
    String error = http.admin("GET", "nothing", "").json().path("error").asString();
    String list = error.substring(error.indexOf("there are [") + 11, error.length() - 1);
    assertEquals(new TreeSet<>(List.of(list.split(", "))), described());
  }

  @Test
  void itNamesTheOperationsThatThereAre() {
    assertEquals(
        GraphOperation.all().map(GraphOperation::text).toList(),
        schema("Operation").path("enum").valueStream().map(JsonNode::asString).toList());
  }

  private JsonNode schema(String name) {
    return document.path("components").path("schemas").path(name);
  }

  private String answered(String task, String status) {
    String[] parts = task.split(" ");
    return document
        .path("paths")
        .path(ROOT + parts[1])
        .path(parts[0].toLowerCase(Locale.ROOT))
        .path("responses")
        .path(status)
        .at("/content/application~1json/schema/$ref")
        .asString()
        .substring(REFERENCE.length());
  }

  private void assertDescribed(String task, String body) {
    String[] parts = task.split(" ");
    Reply reply = http.admin(parts[0], parts[1], body);
    String name = answered(task, Integer.toString(reply.status()));
    ObjectNode root = MAPPER.createObjectNode().put("$ref", REFERENCE + name);
    root.set("components", document.path("components"));
    var problems =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(root.toString())
            .validate(reply.text(), InputFormat.JSON);
    assertEquals(List.of(), problems, task);
    Set<String> undescribed = new HashSet<>(reply.json().propertyNames());
    undescribed.removeAll(schema(name).path("properties").propertyNames());
    assertTrue(undescribed.isEmpty() || name.equals("Description"), task + " " + undescribed);
  }

  @Test
  void whatIsAnsweredIsAsDescribed() {
    String anna = "{\"user\":\"" + fake.namedUsers().get(0) + "\",";
    assertDescribed("PUT state", anna + "\"availability\":\"Busy\",\"activity\":\"InACall\"}");
    assertDescribed("PUT meeting", anna + "\"until\":\"PT1H\"}");
    assertDescribed("PUT out-of-office", anna + "\"isOutOfOffice\":true}");
    assertDescribed("PUT location", anna + "\"scheduled\":{\"workLocationType\":\"office\"}}");
    assertDescribed("PUT location", anna + "\"scheduled\":7}");
    assertDescribed("POST clock", "{\"advance\":\"PT1S\",\"frozen\":true}");
    assertDescribed(
        "PUT faults", "{\"active\":[\"busy-fades\",{\"id\":\"busy-fades\",\"share\":0}]}");
    assertDescribed("PUT latency", "{\"uniform\":[\"0ms\",\"1ms\"],\"operation\":\"batch\"}");
    assertDescribed("PUT throttle", "{\"requests\":500,\"window\":\"PT30S\"}");
    assertDescribed("PUT settle", "{\"delay\":\"PT0S\"}");
    assertDescribed("POST users", "{\"count\":2}");
    assertDescribed("POST users", "{}");
    assertDescribed("DELETE users", "{\"users\":[]}");
    http.get("/v1.0/me/presence");
    assertDescribed("PUT snapshot", http.admin("GET", "snapshot", "").text());
    List<String> reads = new ArrayList<>(described());
    reads.removeIf(task -> !task.startsWith("GET "));
    reads.forEach(task -> assertDescribed(task, ""));
    assertDescribed("POST reset", "");
  }
}
