package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages of the build around this test, in a real browser. */
@NeedsBrowser
class PagesIT {
  private static final Path RESULTS = Path.of("target", "rollcall").toAbsolutePath();

  private static final Path PICTURES = Path.of("src/docs");
  private static final List<String> PAGES = List.of("index.html", "contract.html", "strength.html");

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
    for (String page : PAGES) {
      show(page, 390);
      assertEquals(0, Browser.excess(browser), page);
    }
  }

  @Test
  void theIndexKeepsNobodyOut() throws IOException {
    for (String scheme : List.of("light", "dark")) {
      Browser.prefer(browser, scheme);
      show("index.html", 390);
      assertEquals(List.of(), Axe.barriers(browser), scheme);
    }
  }

  /** {@code -Dpicture=write} replaces the README's pictures by this build's page. */
  @ParameterizedTest
  @CsvSource({"report.png, 1400, 1640", "report-phone.png, 390, 1840"})
  void thePicturesShowThisPage(String name, int width, int height) throws IOException {
    Browser.prefer(browser, "light");
    show("index.html", width);
    Browser.resize(browser, width, height);
    Picture.assertKept(PICTURES.resolve(name), browser, width);
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
    assertEquals(List.of(), Browser.complaints(browser));
  }
}
