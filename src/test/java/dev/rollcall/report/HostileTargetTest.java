package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every text of a result is put under the control of an attacker. */
class HostileTargetTest {
  private static final String HOSTILE =
      "</script></style></pre></textarea>--><img src=x onerror=alert(1)>"
          + "\" onmouseover=\"alert(2)\" ' onfocus='alert(3)' ${7*7} \u001b[2J\u202e\u0007";

  /** Members whose values are words of ours: anything else is refused when the file is read. */
  private static final Set<String> OURS =
      Set.of("format", "kind", "startedAt", "verdict", "outcome", "totals");

  private final ContractResult contract =
      Sample.contract("every-outcome", HostileTargetTest::poison);
  private final LoadResult load = Sample.load("every-outcome", HostileTargetTest::poison);
  private final Results results =
      new Results(Optional.of(contract), "", Optional.of(load), "", true);

  @Test
  void theContractPageHoldsNoElementOfTheTarget() {
    assertHarmless(Pages.contract(results), 0);
  }

  @Test
  void theIndexHoldsNoElementOfTheTarget() {
    assertHarmless(Pages.index(results), 3);
  }

  @Test
  void aGapHoldsNoElementOfTheTarget() {
    var gaps = new Results(Optional.empty(), HOSTILE, Optional.empty(), HOSTILE, false);
    assertHarmless(Pages.contract(gaps), 0);
    assertHarmless(Pages.index(gaps), 0);
  }

  @Test
  void theConsoleGetsNoControlCharacter() {
    var bytes = new ByteArrayOutputStream();
    var console = new ConsoleReport(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    console.print(contract, Path.of("out"));
    console.print(load, Path.of("out"));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(printed.contains("onerror"), "the text itself is printed");
    assertFalse(printed.contains("\u001b"), printed);
    assertFalse(printed.contains("\u202e"), printed);
    assertFalse(printed.contains("\u0007"), printed);
  }

  private static void assertHarmless(String page, int scripts) {
    assertTrue(page.contains("onerror"), "the text itself is shown");
    assertFalse(page.contains("<img"), "an element came through");
    assertEquals(scripts, count(page, "<script"), "scripts");
    assertEquals(scripts, count(page, "</script"), "ends of scripts");
    assertFalse(
        Pattern.compile("<[^>]*\\son\\w+=[^>]*>").matcher(withoutOurScripts(page)).find(),
        "an event handler came through");
  }

  private static String withoutOurScripts(String page) {
    return page.replaceAll("(?s)<script>.*?</script>", "");
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }

  private static void poison(ObjectNode node) {
    for (Map.Entry<String, JsonNode> member : asMap(node).entrySet()) {
      if (!OURS.contains(member.getKey())) {
        node.set(member.getKey(), poisoned(member.getKey(), member.getValue()));
      }
    }
  }

  private static JsonNode poisoned(String name, JsonNode value) {
    if (Set.of("headers", "statuses", "versions", "machine").contains(name) && value.isObject()) {
      ObjectNode more = ((ObjectNode) value).deepCopy();
      value.values().stream().findFirst().ifPresent(first -> more.set(HOSTILE, first));
      poison(more);
      return more;
    }
    if (value.isObject()) {
      poison((ObjectNode) value);
    } else if (value.isArray()) {
      var array = JsonMapper.shared().createArrayNode();
      value.values().forEach(item -> array.add(poisoned("", item)));
      return array;
    }
    return value.isString() ? StringNode.valueOf(HOSTILE) : value;
  }

  private static Map<String, JsonNode> asMap(ObjectNode node) {
    var members = new LinkedHashMap<String, JsonNode>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
