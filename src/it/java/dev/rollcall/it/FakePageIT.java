package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The fake's page in a real browser. {@code -Dpicture=write} replaces the README's picture. */
@NeedsBrowser
class FakePageIT {
  private static final Path PICTURE = Path.of("src/docs/fake-page.png");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1000;
  private static final String FAULT = "availability-stale";

  @TempDir private Path folder;
  private final Cast cast = new Cast();
  private StagedFake fake;
  private ChromeDriver browser;

  @BeforeEach
  void open() throws IOException {
    fake = new StagedFake();
    cast.enter(fake);
    browser = Browser.open(WIDTH, HEIGHT);
  }

  @AfterEach
  void close() {
    browser.quit();
    fake.close();
  }

  @Test
  void aStateIsAWordAndItsTimeRunsByTheClockOfTheFake() {
    show();
    assertEquals("Busy, in a call", person(0).findElement(By.className("state")).getText());
    assertEquals("Session desktop: Busy, in a call, 04:31 left", facts(0));
    assertEquals(
        "Session telephone: Available, shown as Away, 48:00 left",
        facts(3),
        "a session that faded");
    assertTrue(facts(2).endsWith("58:00 left, fades in 03:00"), facts(2));
    press("+1 min");
    await(() -> facts(0).endsWith("03:31 left"));
    assertEquals("The clock moved +1 min, to 2027-03-04 09:31:00.", said());
    press("Freeze");
    await(() -> facts(0).endsWith("03:28 left"));
    assertEquals("false", button("Freeze").getAttribute("aria-pressed"));
    assertNoComplaints();
  }

  @Test
  void aFilterFindsWhoeverIsNotShown() {
    show();
    assertEquals("50 of 620 shown", text("people-count"));
    browser.findElement(By.id("people-filter")).sendKeys("colleague 619");
    await(() -> text("people-count").equals("1 of 620 match"));
    assertEquals("Colleague 619", person(0).findElement(By.tagName("h3")).getText());
  }

  @Test
  void aStateIsSetAndClearedByKeysAlone() {
    show();
    WebElement change = person(1).findElement(By.tagName("button"));
    change.sendKeys(Keys.ENTER);
    assertEquals("true", change.getAttribute("aria-expanded"));
    WebElement state = browser.switchTo().activeElement();
    assertEquals("state", state.getAttribute("name"));
    state.sendKeys("Away");
    browser.findElement(By.cssSelector("#editor .main")).sendKeys(Keys.ENTER);
    await(() -> person(1).findElement(By.className("state")).getText().equals("Away"));
    assertEquals("Bruno Castillo: Away, for 5 minutes.", said());
    browser.findElement(By.name("clear")).sendKeys(Keys.SPACE);
    await(() -> person(1).findElement(By.className("state")).getText().equals("Offline"));
    assertEquals("clear", browser.switchTo().activeElement().getAttribute("name"));
    assertNoComplaints();
  }

  @Test
  void whatTheFakeSaysAgainstItIsShown() {
    fake.refuse("PUT meeting", 400, "'until' has passed already; send another");
    show();
    person(0).findElement(By.tagName("button")).click();
    new Select(browser.findElement(By.name("state"))).selectByValue("meeting");
    browser.findElement(By.cssSelector("#editor .main")).click();
    await(() -> said().equals("'until' has passed already; send another"));
    assertEquals("problem", browser.findElement(By.id("said")).getAttribute("class"));
  }

  @Test
  void aFaultIsFoundSwitchedOnAndOff() {
    show();
    assertEquals(5, browser.findElements(By.cssSelector("#faults li")).size());
    press("Show more");
    assertEquals(25, browser.findElements(By.cssSelector("#faults li")).size());
    browser.findElement(By.id("faults-find")).sendKeys(FAULT);
    WebElement on = browser.findElement(By.cssSelector("#faults button"));
    assertEquals("Switch on " + FAULT, on.getAttribute("aria-label"));
    on.click();
    await(() -> text("faults-count").equals("1 on"));
    assertEquals(FAULT + " is on for every request.", said());
    assertTrue(text("faults-active").startsWith(FAULT), text("faults-active"));
    assertEquals("faults-find", browser.switchTo().activeElement().getAttribute("id"));
    browser.findElement(By.cssSelector("#faults-active button")).click();
    await(() -> text("faults-count").equals("none is on"));
    assertNoComplaints();
  }

  @Test
  void aLatencyIsSetByKeysAlone() {
    show();
    await(() -> text("latency-now").equals("no latency,"));
    WebElement kind = browser.findElement(By.name("kind"));
    assertFalse(browser.findElement(By.name("p50")).isDisplayed());
    kind.sendKeys("lognormal");
    type("p50", "30");
    type("p99", "20");
    browser.findElement(By.name("p99")).sendKeys(Keys.ENTER);
    assertEquals("p99 is below p50; give it at least as much.", said());
    type("p99", "90");
    browser.findElement(By.name("p99")).sendKeys(Keys.ENTER);
    await(() -> text("latency-now").equals("latency of p50 30ms, p99 90ms,"));
    assertEquals("From now on: latency of p50 30ms, p99 90ms.", said());
    kind.sendKeys("fixed");
    type("fixed", "250");
    press("Set latency");
    await(() -> text("latency-now").equals("latency of 250ms,"));
    kind.sendKeys("none");
    press("Set latency");
    await(() -> text("latency-now").equals("no latency,"));
    assertNoComplaints();
  }

  @Test
  void aThrottleIsSetAndTakenOff() {
    show();
    throttle("read-api presence");
    await(() -> text("throttle-now").equals("throttle read-api and presence"));
    assertEquals("From now on: throttle read-api and presence.", said());
    throttle("");
    await(() -> text("throttle-now").equals("no throttle"));
    assertNoComplaints();
  }

  @Test
  void aWorldIsSavedAndRestored() throws IOException {
    browser.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
    show();
    throttle("presence");
    await(() -> text("throttle-now").equals("throttle presence"));
    browser.findElement(By.linkText("Save world")).sendKeys(Keys.ENTER);
    Path world = folder.resolve("world.json");
    await(() -> Files.exists(world));
    throttle("");
    await(() -> text("throttle-now").equals("no throttle"));
    WebElement file = browser.findElement(By.id("restore-file"));
    file.sendKeys(world.toString());
    await(() -> text("throttle-now").equals("throttle presence"));
    assertEquals("world.json is restored, with 1000 people.", said());
    Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": 7}");
    file.sendKeys(other.toString());
    await(() -> said().startsWith("'format' and 'kind' are not"));
    assertEquals("problem", browser.findElement(By.id("said")).getAttribute("class"));
  }

  @Test
  void nobodyIsAskedWhileThePageIsHidden() {
    show();
    hide(true);
    long before = fake.asked("GET clock");
    browser.executeAsyncScript("setTimeout(arguments[0], 2500)");
    assertTrue(fake.asked("GET clock") <= before + 1, "only what was on its way");
    hide(false);
    long then = fake.asked("GET clock");
    await(() -> fake.asked("GET clock") > then);
  }

  @Test
  void aFakeThatCannotListPeopleSaysSoInOneLine() {
    fake.refuse("GET people", 404, "there is no GET people here");
    browser.get(fake.page());
    await(() -> text("people-note").equals("This fake does not answer GET people."));
    await(() -> browser.findElements(By.cssSelector("#requests tr")).size() == 5);
    assertEquals("", said());
  }

  @Test
  void aNameIsTextWhateverItSays() {
    cast.rename(0, "<img src=x onerror=alert(1)> & sons");
    show();
    assertEquals(
        "<img src=x onerror=alert(1)> & sons", person(0).findElement(By.tagName("h3")).getText());
    assertNoComplaints();
  }

  @Test
  void aFakeThatIsGoneIsSaidToBe() {
    show();
    fake.close();
    await(() -> said().equals("The fake does not answer. Is it still running?"));
    assertEquals("does not answer", text("pulse"));
    assertFalse(browser.findElements(By.className("person")).isEmpty(), "what was known stays");
  }

  @Test
  void nothingIsInTheWayOfAnybodyInLightAndDarkOnAnyScreen() throws IOException {
    for (int width : List.of(WIDTH, 390)) {
      for (String scheme : List.of("light", "dark")) {
        Browser.resize(browser, width, HEIGHT);
        Browser.prefer(browser, scheme);
        show();
        switchOn(FAULT);
        person(1).findElement(By.tagName("button")).click();
        browser.findElement(By.name("kind")).sendKeys("lognormal");
        assertEquals(List.of(), Axe.barriers(browser), scheme + " at " + width);
        assertEquals(
            0L,
            browser.executeScript(
                "const page = document.documentElement;"
                    + "return page.scrollWidth - page.clientWidth;"),
            scheme + " at " + width);
      }
    }
  }

  @Test
  void thePictureShowsWhatThePageShows() throws IOException {
    Browser.prefer(browser, "light");
    show();
    switchOn(FAULT);
    person(1).findElement(By.tagName("button")).click();
    browser.executeScript("document.activeElement.blur()");
    for (String shown :
        List.of(
            "Amara Berg", "Set state", "fades in ", "Back on Monday", FAULT, "Save world", "429")) {
      assertInThePicture(shown);
    }
    Picture.assertKept(PICTURE, browser, WIDTH);
  }

  private void assertInThePicture(String text) {
    Object bottom =
        browser.executeScript(
            "const found = document.evaluate('//body//*[text()[contains(., \"' + arguments[0] +"
                + " '\")]]', document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null)"
                + ".singleNodeValue;"
                + "return found === null ? -1 : Math.ceil(found.getBoundingClientRect().bottom);",
            text);
    long pixels = ((Number) bottom).longValue();
    assertTrue(pixels > 0 && pixels <= HEIGHT, text + " ends at " + pixels);
  }

  private void show() {
    browser.get(fake.page());
    await(() -> browser.findElements(By.className("person")).size() == 50);
    await(() -> !text("faults-shown").isEmpty());
  }

  private void switchOn(String fault) {
    if (!text("faults-count").equals("1 on")) {
      browser.findElement(By.id("faults-find")).sendKeys(fault);
      browser.findElement(By.cssSelector("#faults button")).click();
      await(() -> text("faults-count").equals("1 on"));
      browser
          .findElement(By.id("faults-find"))
          .sendKeys(Keys.chord(Keys.CONTROL, "a"), "dependents");
    }
  }

  private void type(String field, String text) {
    browser.findElement(By.name(field)).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  private void throttle(String budgets) {
    new Select(browser.findElement(By.name("budgets"))).selectByValue(budgets);
    press("Set throttle");
  }

  private void hide(boolean hidden) {
    browser.executeScript(
        "Object.defineProperty(document, 'hidden', {configurable: true, value: arguments[0]});"
            + "document.dispatchEvent(new Event('visibilitychange'));",
        hidden);
  }

  private WebElement person(int index) {
    return browser.findElements(By.className("person")).get(index);
  }

  private String facts(int index) {
    return person(index).findElement(By.className("facts")).getText();
  }

  private WebElement button(String name) {
    return browser.findElement(By.xpath("//button[.='" + name + "']"));
  }

  private void press(String name) {
    button(name).click();
  }

  private String said() {
    return text("said");
  }

  private String text(String id) {
    return browser.findElement(By.id(id)).getText();
  }

  private void await(BooleanSupplier reached) {
    new WebDriverWait(browser, Duration.ofSeconds(10), Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> reached.getAsBoolean());
  }

  private void assertNoComplaints() {
    assertEquals(
        List.of(),
        browser.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(Object::toString)
            .toList());
  }
}
