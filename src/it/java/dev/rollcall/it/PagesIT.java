package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The pages of the build around this test, in a real browser. */
class PagesIT {
  private static final Path RESULTS = Path.of("target", "rollcall").toAbsolutePath();

  private ChromeDriver browser;

  @BeforeEach
  void open() {
    browser = Browser.open(1280, 1000);
  }

  @AfterEach
  void close() {
    browser.quit();
  }

  @Test
  void theIndexShowsBothVerdictsFirstAndDrawsItsCharts() {
    show("index.html", 1280);
    String top = browser.findElement(By.tagName("body")).getText();
    assertTrue(top.indexOf("CONFORMS") >= 0 && top.indexOf("PASSED") >= 0, top);
    List<WebElement> charts = browser.findElements(By.tagName("canvas"));
    assertTrue(charts.size() >= 2, "charts drawn: " + charts.size());
    assertTrue(charts.stream().allMatch(chart -> chart.getSize().getHeight() > 50));
    assertNoComplaints();
  }

  @Test
  void theContractPageListsEveryCheck() {
    show("contract.html", 1280);
    String text = browser.findElement(By.tagName("body")).getText();
    assertTrue(text.contains("CONFORMS"), text);
    assertTrue(browser.getPageSource().contains("setPresence.default-expiry"));
    assertNoComplaints();
  }

  @Test
  void noPageScrollsSidewaysOnATelephone() {
    for (String page : List.of("index.html", "contract.html", "strength.html")) {
      show(page, 390);
      Object excess =
          browser.executeScript(
              "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertEquals(0L, excess, page);
    }
  }

  @Test
  void gatlingsOwnReportIsLinkedAndThere() {
    show("index.html", 1280);
    WebElement link = browser.findElement(By.cssSelector("a[href='gatling/index.html']"));
    browser.get(link.getAttribute("href"));
    assertFalse(browser.getTitle().isEmpty());
  }

  private void show(String page, int width) {
    Browser.resize(browser, width, 1000);
    browser.get(RESULTS.resolve(page).toUri().toString());
  }

  private void assertNoComplaints() {
    assertEquals(
        List.of(),
        browser.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(Object::toString)
            .toList());
  }
}
