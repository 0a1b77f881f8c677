package dev.rollcall.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** What keeps people out of the page a browser shows, as axe-core sees it. */
final class Axe {
  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private Axe() {}

  /** Each rule that is broken and the elements that break it. */
  @SuppressWarnings("unchecked")
  static List<Object> barriers(ChromeDriver browser) throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
      browser.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<Object>)
        browser.executeAsyncScript(
            "const done = arguments[0]; axe.run().then(found => done(found.violations.map("
                + "each => each.id + ': ' + each.nodes.map(node => node.html).join(' ; '))));");
  }
}
