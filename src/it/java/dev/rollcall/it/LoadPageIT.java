package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.page.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages of load runs in which much happened, in a real browser. */
@NeedsBrowser
class LoadPageIT {
  private static final Path SAMPLES = Path.of("src/test/resources/report").toAbsolutePath();
  private static final List<Integer> WIDTHS = List.of(1400, 390);

  @TempDir private Path folder;
  private ChromeDriver browser;

  @BeforeEach
  void open() {
    browser = Browser.open(WIDTHS.get(0), 1000);
  }

  @AfterEach
  void close() {
    browser.quit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"load-rich", "load-capacity", "load-worse"})
  void aLoadPageKeepsNobodyOut(String name) throws IOException {
    render(name);
    for (int width : WIDTHS) {
      for (String scheme : List.of("light", "dark")) {
        String where = scheme + " at " + width;
        Browser.resize(browser, width, 1000);
        Browser.prefer(browser, scheme);
        show();
        openAll();
        assertEquals(List.of(), Browser.complaints(browser), where);
        assertEquals(List.of(), Axe.barriers(browser), where);
        assertEquals(0, Browser.excess(browser), where + ": pixels beside the window");
        Browser.complaints(browser); // of what axe-core did
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"good, 3", "load-rich, 5", "load-capacity, 5", "load-worse, 5"})
  void everyChartIsDrawnAndFollowsTheWindow(String name, int charts) throws IOException {
    render(name);
    show();
    List<WebElement> places = browser.findElements(By.className("plot"));
    assertEquals(charts, places.size());
    for (WebElement place : places) {
      String id = place.getDomAttribute("id");
      assertTrue(inks(id) > 2, id + " is a blank");
      assertTrue(place.findElements(By.className("u-series")).size() > 1, id + " has no legend");
    }
    Browser.resize(browser, 390, 1000);
    browser.executeAsyncScript("requestAnimationFrame(() => setTimeout(arguments[0]));");
    for (WebElement place : browser.findElements(By.className("plot"))) {
      int drawn = place.findElement(By.tagName("canvas")).getSize().getWidth();
      assertEquals(place.getSize().getWidth(), drawn, place.getDomAttribute("id"));
    }
  }

  @Test
  void evidenceIsOpenedAndItsCommandCopiedByKeys() throws IOException {
    render("load-rich");
    show();
    browser.findElement(By.cssSelector(".problem > summary")).sendKeys(Keys.ENTER);
    WebElement command = browser.findElement(By.cssSelector(".problem[open] textarea.curl"));
    command.sendKeys(Keys.chord(Keys.CONTROL, "a"));
    Object selected =
        browser.executeScript(
            "const field = document.activeElement;"
                + "return field.value.substring(field.selectionStart, field.selectionEnd);");
    assertTrue(selected.toString().startsWith("curl -i -X POST "), selected.toString());
  }

  private void render(String name) throws IOException {
    for (String file : List.of("load.json", "history.json")) {
      Path sample = SAMPLES.resolve(name).resolve(file);
      if (Files.exists(sample)) {
        Files.copy(sample, folder.resolve(file));
      }
    }
    Files.copy(SAMPLES.resolve("good/contract.json"), folder.resolve("contract.json"));
    Pages.render(folder);
  }

  private void show() {
    browser.get(folder.resolve("index.html").toUri().toString());
  }

  private void openAll() {
    browser.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
  }

  /** How many colours the chart has, the empty one included. */
  private long inks(String id) {
    return ((Number)
            browser.executeScript(
                "const canvas = document.getElementById(arguments[0]).querySelector('canvas');"
                    + "const data = canvas.getContext('2d').getImageData(0, 0, canvas.width,"
                    + " canvas.height).data;"
                    + "return new Set(new Uint32Array(data.buffer)).size;",
                id))
        .longValue();
  }
}
