package dev.rollcall.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Sample;
import dev.rollcall.report.mask.Mask;
import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.UnreadableResult;
import dev.rollcall.report.text.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
  @TempDir Path folder;

  @Test
  void theIndexSaysBothVerdictsFirst() throws IOException {
    String index = rendered("every-outcome", "every-outcome");
    int contract = index.indexOf("<span>DEVIATES</span>");
    int load = index.indexOf("<span>FAILED</span>");
    assertTrue(contract > 0 && contract < load, "contract, then load");
    assertTrue(load < index.indexOf("<h2"), "both before anything else");
  }

  @Test
  void theIndexLeadsToEveryFile() throws IOException {
    String index = rendered("good", "good");
    for (String file : new String[] {"contract.html", "contract.json", "load.json"}) {
      assertTrue(index.contains("href=\"" + file + "\""), file);
    }
    assertFalse(index.contains("gatling/index.html"), "Gatling has written nothing");
    Files.createDirectories(folder.resolve("gatling"));
    Files.createFile(folder.resolve("gatling/index.html"));
    Pages.render(folder);
    assertTrue(index().contains("href=\"gatling/index.html\""));
  }

  @Test
  void theIndexNamesWhatStandsInTheWayAndLeadsThere() throws IOException {
    String index = rendered("every-outcome", "good");
    String contract = Files.readString(folder.resolve("contract.html"));
    var links = Pattern.compile("href=\"contract.html#([^\"]+)\"").matcher(index);
    int found = 0;
    while (links.find()) {
      assertTrue(contract.contains("id=\"" + links.group(1) + "\""), links.group(1));
      found++;
    }
    assertEquals(5, found, "failed, broken, stale, failed and the drift");
  }

  @ParameterizedTest
  @CsvSource({
    "embedded, This is not the service",
    "process, This is not the service",
    "remote, a service reached over the network"
  })
  void theIndexSaysWhatWasMeasured(String measured, String words) {
    LoadResult load = Sample.load("good", json -> json.put("measured", measured));
    assertTrue(Pages.index(Sample.only(load)).contains(words), words);
  }

  @Test
  void aMissingLoadResultIsNamedAsMissing() throws IOException {
    ResultFiles.write(Sample.contract("good"), folder);
    Pages.render(folder);
    String index = index();
    assertTrue(index.contains("<span>CONFORMS</span>"));
    assertTrue(index.contains("<span>NO RESULT</span>"));
    assertTrue(index.contains("No result: the run did not finish"));
    assertFalse(index.contains("load.json"), "there is nothing to lead to");
  }

  @Test
  void aMissingContractResultIsNamedAsMissing() throws IOException {
    ResultFiles.write(Sample.load("good"), folder);
    Pages.render(folder);
    assertTrue(index().contains("<span>NO RESULT</span>"));
    assertTrue(
        Files.readString(folder.resolve("contract.html")).contains("<span>NO RESULT</span>"));
  }

  @Test
  void aDamagedResultIsNotShownAsMissing() throws IOException {
    ResultFiles.write(Sample.contract("good"), folder);
    Files.writeString(folder.resolve("load.json"), "[]");
    Pages.render(folder);
    assertTrue(index().contains("kind is 'none', not 'load'"));
  }

  @Test
  void aFolderWithoutAnyResultIsRefused() {
    var refused = assertThrows(UnreadableResult.class, () -> Pages.render(folder));
    assertEquals(
        folder
            + ": holds neither a contract.json nor a load.json that can be read; run check or load"
            + " first, or name the folder of a run with --in",
        refused.getMessage());
  }

  @Test
  void aLoadRunThatWasNotAllowedShowsNoFigures() {
    String index = Pages.index(Sample.only(Sample.load("not-allowed")));
    assertTrue(index.contains("<span>NOT RUN</span>"));
    assertTrue(index.contains("Not allowed: --allow-load presence.example.org"));
    assertFalse(index.contains("class=\"tiles\""));
  }

  @Test
  void theContractPageTellsAllThatTheResultHolds() {
    String page = Pages.contract(Sample.only(Sample.contract("every-outcome")));
    for (String told :
        new String[] {
          "Clauses are paraphrases",
          "\"Avaliable\"",
          "/value/*/mood",
          "3 times",
          "resources/presence.md:58",
          "the JSON representation wins",
          "Ids that nobody bears are left out",
          "Needs a licence",
          "body cut short",
          "no answer",
          "failed, but does not count against this target",
          "39",
          "Statement coverage"
        }) {
      assertTrue(page.contains(told), told);
    }
  }

  @Test
  void everyOutcomeOnThePageCanBeChosen() {
    String page = Pages.contract(Sample.only(Sample.contract("every-outcome")));
    for (Outcome outcome : Outcome.values()) {
      assertTrue(page.contains("<label for=\"show-" + outcome + "\""), outcome.name());
      assertTrue(page.contains("body:has(#show-" + outcome + ":checked)"), outcome.name());
    }
  }

  @Test
  void whatCountsComesFirstAndWhatHoldsAfterTheAdvice() {
    String page = Pages.contract(Sample.only(Sample.contract("every-outcome")));
    List<Integer> places =
        Arrays.stream(Standing.values())
            .map(standing -> page.indexOf("id=\"" + standing.anchor() + "\""))
            .toList();
    assertTrue(page.indexOf("id=\"in-short\"") < places.get(0), "the summary before all");
    assertEquals(places.stream().sorted().toList(), places);
    assertTrue(places.get(0) > 0, "every part is there");
  }

  @Test
  void theSummaryLeadsToWhatDoesNotHold() {
    String page = Pages.contract(Sample.only(Sample.contract("every-outcome")));
    assertTrue(page.contains("1 does not hold, 1 holds, 1 is advice"), page);
    assertTrue(page.contains("<a href=\"#v1.0-setPresence.expires\">"));
  }

  @Test
  void everyExchangeHasItsCommand() {
    String page = Pages.contract(Sample.only(Sample.contract("every-outcome")));
    int exchanges = page.split("<div class=\"exchange\">", -1).length - 1;
    assertTrue(exchanges > 6, "exchanges: " + exchanges);
    assertEquals(exchanges, page.split("<textarea class=\"curl\"", -1).length - 1);
    assertTrue(page.contains("The embedded fake ended with the run"));
    assertFalse(page.contains("People are masked"));
  }

  @Test
  void aReaderOfMaskedCommandsIsToldSo() {
    ContractResult masked = Mask.masked(Sample.contract("every-outcome"), List.of());
    assertTrue(Pages.contract(Sample.only(masked)).contains("People are masked in this report"));
  }

  @Test
  void whatIsTheSameInBothVersionsIsToldOnce() {
    String page = Pages.contract(Sample.only(Sample.inBothVersions()));
    assertEquals(1, count(page, "id=\"v1.0-setPresence.combinations\""));
    assertEquals(1, count(page, "id=\"beta-setPresence.combinations\""));
    assertEquals(1, count(page, ">each allowed combination is accepted</span>"));
    assertTrue(page.contains("<span class=\"version\">v1.0, beta</span>"));
    assertEquals(
        2, count(page, "title\">an expired session reads as offline</span>"), "told per version");
    assertTrue(page.contains("<span class=\"version\">beta</span>"));
  }

  @Test
  void aSingleVersionIsNotRepeatedWithEveryCheck() {
    String page = Pages.contract(Sample.only(Sample.contract("every-outcome")));
    assertFalse(page.contains("class=\"version\""));
  }

  @Test
  void theIndexNamesTheVersionsOfWhatStandsInTheWay() {
    String index = Pages.index(Sample.only(Sample.inBothVersions()));
    assertTrue(index.contains("<span class=\"tag\">v1.0, beta</span>"));
    assertTrue(index.contains("<span class=\"tag\">beta</span>"));
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }

  private String rendered(String contract, String load) throws IOException {
    ResultFiles.write(Sample.contract(contract), folder);
    ResultFiles.write(Sample.load(load), folder);
    Pages.render(folder);
    return index();
  }

  private String index() throws IOException {
    return Files.readString(folder.resolve("index.html"));
  }
}
