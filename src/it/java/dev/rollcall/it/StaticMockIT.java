package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.StaticMock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The README's picture: the page of a static mock, taken again. {@code -Dpicture=write} replaces
 * it.
 */
@NeedsBrowser
class StaticMockIT {
  private static final Path PICTURE = Path.of("src/docs/static-mock.png");
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 1240;

  @TempDir private static Path folder;
  private ChromeDriver browser;

  @BeforeAll
  static void judge() throws IOException {
    try (StaticMock mock = StaticMock.start()) {
      mock.judged(folder);
    }
  }

  @BeforeEach
  void open() {
    browser = Browser.open(WIDTH, HEIGHT);
    browser.get(folder.resolve("contract.html").toUri().toString());
  }

  @AfterEach
  void close() {
    browser.quit();
  }

  @Test
  void thePictureShowsWhatThePageShows() throws IOException {
    for (String shown :
        List.of(
            "DEVIATES",
            "a service that is not ours",
            "Writes are answered with success, but reads never change.",
            "Everybody is answered with the same presence.",
            "No request body is ever refused.",
            "No token is needed.",
            "The answer bears the id of the path")) {
      assertInThePicture(shown);
    }
    Picture.assertKept(PICTURE, browser, WIDTH);
  }

  @Test
  void aCommandIsReachedAndCopiedByKeys() {
    browser
        .findElement(By.cssSelector(".finding.FAILED:not([open]) > summary"))
        .sendKeys(Keys.ENTER);
    WebElement command = browser.findElement(By.cssSelector(".finding.FAILED[open] textarea.curl"));
    command.sendKeys(Keys.chord(Keys.CONTROL, "a"));
    Object selected =
        browser.executeScript(
            "const field = document.activeElement;"
                + "return field.value.substring(field.selectionStart, field.selectionEnd);");
    assertEquals(command.getDomProperty("value"), selected);
    assertTrue(selected.toString().startsWith("curl -i "), selected.toString());
  }

  @Test
  void nothingScrollsSidewaysOnATelephoneWithAllEvidenceOpen() {
    Browser.resize(browser, 390, 1000);
    Object excess =
        browser.executeScript(
            "document.querySelectorAll('details').forEach(each => each.open = true);"
                + "const page = document.documentElement;"
                + "return page.scrollWidth - page.clientWidth;");
    assertEquals(0L, excess);
  }

  private void assertInThePicture(String text) {
    Object bottom =
        browser.executeScript(
            "const found = document.evaluate('//main//*[contains(text(), \"' + arguments[0] +"
                + " '\")]', document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null)"
                + ".singleNodeValue;"
                + "return found === null ? -1 : Math.ceil(found.getBoundingClientRect().bottom);",
            text);
    long pixels = ((Number) bottom).longValue();
    assertTrue(pixels > 0 && pixels <= HEIGHT, text + " ends at " + pixels);
  }
}
