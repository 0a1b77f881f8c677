package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.operation.Limits;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPageTest {
  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
  private final Http http = Http.to(fake.baseUrl());

  @AfterAll
  void stop() {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ui, text/html; charset=utf-8, <!doctype html>",
    "ui.css, text/css; charset=utf-8, :root",
    "ui.js, text/javascript; charset=utf-8, \"use strict\""
  })
  void aBrowserIsServedThePageAndToldToTrustNothingElse(String file, String type, String start) {
    Reply reply = http.send("GET", "/__admin/presence/" + file, "");
    assertEquals(200, reply.status());
    assertEquals(type, reply.header("Content-Type"));
    assertTrue(reply.text().startsWith(start), reply.text());
    assertTrue(
        reply
            .header("Content-Security-Policy")
            .startsWith(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"),
        reply.header("Content-Security-Policy"));
    assertEquals("nosniff", reply.header("X-Content-Type-Options"));
    assertEquals("no-store", reply.header("Cache-Control"));
  }

  @Test
  void thePageIsOnlyRead() {
    assertEquals(404, http.admin("PUT", "ui", "{}").status());
  }

  @Test
  void thePageNeedsNothingButItsOwnFiles() {
    List<String> linked =
        Pattern.compile("(?:src|href)=\"[^\"#][^\"]*\"")
            .matcher(text("ui"))
            .results()
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of("href=\"ui.css\"", "src=\"ui.js\"", "href=\"snapshot\""), linked);
    assertFalse(text("ui.css").contains("url("), "a style sheet that loads");
  }

  @Test
  void thePageOffersWhatTheThrottleKnows() {
    List<String> offered =
        Pattern.compile("<select name=\"budgets\">(.*?)</select>", Pattern.DOTALL)
            .matcher(text("ui"))
            .results()
            .flatMap(
                select -> Pattern.compile("value=\"([^\"]*)\"").matcher(select.group(1)).results())
            .map(value -> value.group(1))
            .toList();
    assertEquals(List.of("", "read-api", "presence", "read-api presence"), offered);
    for (String budgets : offered) {
      List<String> names = Stream.of(budgets.split(" ")).filter(name -> !name.isEmpty()).toList();
      assertEquals(names, Limits.named(names).names());
    }
  }

  @Test
  void theScriptNeverReadsTextAsHtml() {
    String script = text("ui.js");
    for (String way : List.of("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "write(")) {
      assertFalse(script.contains(way), way);
    }
  }

  private String text(String file) {
    return http.send("GET", "/__admin/presence/" + file, "").text();
  }
}
