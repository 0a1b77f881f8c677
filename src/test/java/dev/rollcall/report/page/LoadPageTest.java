package dev.rollcall.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Golden;
import dev.rollcall.report.Sample;
import dev.rollcall.report.result.LoadHistory;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the index says of a load run. */
class LoadPageTest {
  private static final Pattern HEADING = Pattern.compile("<h[23] id=\"([a-z]+)\"");

  /** All seconds but the first: they differ by their figures alone. */
  private static final Pattern SECONDS =
      Pattern.compile("(<tr><td class=\"number\">0</td>.*\n)(?:<tr><td .*\n)+");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"good", "load-rich", "load-capacity", "load-worse"})
  void aLoadRunReadsAsApproved(String name) throws IOException {
    String page = index(name);
    String part = page.substring(page.indexOf("<h2 id=\"load\""), page.indexOf("<h2>Target of"));
    String text = SECONDS.matcher(part.replaceAll("\n+", "\n")).replaceAll("$1");
    Golden.assertMatches("index-" + name + ".html", text);
  }

  @ParameterizedTest
  @CsvSource({
    "good, load objectives latency rate answers generator conditions",
    "load-rich, load objectives latency rate answers problems throttling baseline trend quota"
        + " generator conditions",
    "load-capacity, load latency rate answers problems capacity generator conditions",
    "load-worse, load objectives latency rate answers problems baseline trend quota generator"
        + " conditions",
  })
  void whatIsEmptyIsLeftOutAndTheRestStandsInOneOrder(String name, String headings)
      throws IOException {
    assertEquals(
        List.of(headings.split(" ")),
        HEADING.matcher(index(name)).results().map(found -> found.group(1)).toList());
  }

  @Test
  void operationsAreComparedInOneTable() throws IOException {
    String page = index("load-rich");
    String table = page.substring(page.indexOf("Latency of all operations"));
    table = table.substring(0, table.indexOf("</table>"));
    for (String operation : List.of("getPresencesByUserId", "getPresence", "$batch")) {
      assertTrue(table.contains(">" + operation + "</th>"), operation);
    }
    assertFalse(index("load-worse").contains("Latency of all operations"));
  }

  @Test
  void aViolationShowsItsFirstExchangesWithTheirCommands() throws IOException {
    String page = index("load-rich");
    String problems =
        page.substring(page.indexOf("id=\"problems\""), page.indexOf("id=\"throttling"));
    assertTrue(problems.contains("an id that was not asked for"));
    assertEquals(5, problems.split("<div class=\"exchange\">", -1).length - 1);
    assertEquals(5, problems.split("<textarea class=\"curl\"", -1).length - 1);
    assertTrue(problems.indexOf("status 429") < problems.indexOf("status 503"), "by frequency");
  }

  @Test
  void tooFewSamplesAreCalledInsufficient() throws IOException {
    String page = index("load-worse");
    assertTrue(page.contains("Worse: p50, p99."), "what is worse");
    assertTrue(page.contains("INSUFFICIENT: too few samples to say anything of error share"));
    assertTrue(page.contains("+84 % to +112 %"), "a latency, by per cent");
    assertTrue(page.contains("+0.00 to +0.24 points"), "a share, by points");
  }

  @ParameterizedTest
  @CsvSource({"true, confirmed by holding it", "false, not confirmed"})
  void aCapacityIsSaidToBeConfirmedOrNot(boolean confirmed, String words) {
    LoadResult load =
        Sample.load(
            "load-capacity",
            json -> ((ObjectNode) json.get("capacity")).put("confirmed", confirmed));
    assertTrue(Pages.index(Sample.only(load)).contains("Held 250.0/s, " + words));
  }

  @Test
  void aHistoryOfAnotherRunIsNotShownAsTheTrendOfThisOne() {
    LoadHistory history = Sample.history("load-worse");
    LoadResult other = Sample.load("good");
    assertFalse(Pages.index(Sample.with(other, history)).contains("id=\"trend\""));
  }

  @Test
  void aDamagedHistoryIsNamed() throws IOException {
    ResultFiles.write(Sample.load("good"), folder);
    Files.writeString(folder.resolve("history.json"), "{}");
    Pages.render(folder);
    String page = Files.readString(folder.resolve("index.html"));
    assertTrue(page.contains("kind is 'none', not 'history'"), page);
  }

  @Test
  void anOperationWithoutAnyAnswerHasNoLatency() {
    LoadResult load =
        Sample.load(
            "good",
            json ->
                Arrays.asList("latencyMillis", "fromIntendedStartMillis")
                    .forEach(
                        member -> {
                          ObjectNode quantiles = (ObjectNode) json.at("/operations/0/" + member);
                          quantiles.propertyNames().forEach(name -> quantiles.put(name, 0.0));
                        }));
    assertFalse(Pages.index(Sample.only(load)).contains("id=\"latency\""));
  }

  @Test
  void aSecondWithoutAnswerIsAGapInTheLatencies() {
    LoadResult load =
        Sample.load("good", json -> ((ObjectNode) json.at("/timeline/1")).put("reached", 0));
    String page = Pages.index(Sample.only(load));
    assertTrue(page.contains("\"reached\":[20,0,20,"), "the second itself is drawn");
    assertTrue(page.contains("\"p50\":[2.8,null,3.0,"), "its latency is not");
  }

  @ParameterizedTest
  @CsvSource({"0.99, 99, false", "0.99, 100, true", "0.999, 999, false", "0.999, 1000, true"})
  void aQuantileNeedsARequestBeyondIt(double quantile, long requests, boolean has) {
    assertEquals(has, LoadPage.has(quantile, requests));
  }

  @Test
  void aRunOfFewRequestsDoesNotClaimAGreatQuantile() throws IOException {
    assertTrue(index("good").contains("of 200 requests; \u2013 where these are too few"));
    assertTrue(index("good").contains("2.8,4.4,5.6,12.3,null"), "nor draws one");
    assertFalse(index("load-worse").contains("too few</caption>"));
  }

  @Test
  void everyPlotHasWordsInItsPlace() throws IOException {
    List<String> plots =
        Pattern.compile("<div class=\"plot\"[^>]*>")
            .matcher(index("load-rich"))
            .results()
            .map(MatchResult::group)
            .toList();
    assertEquals(5, plots.size());
    plots.forEach(plot -> assertTrue(plot.contains("the figures are in the table"), plot));
  }

  private static String index(String name) {
    LoadResult load = Sample.load(name);
    return Pages.index(
        Files.exists(Sample.FOLDER.resolve(name).resolve("history.json"))
            ? Sample.with(load, Sample.history(name))
            : Sample.only(load));
  }
}
