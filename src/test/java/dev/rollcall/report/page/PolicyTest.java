package dev.rollcall.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.Sample;
import dev.rollcall.report.result.Results;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The content-security policy of a page allows what the page inlines, and nothing else. */
class PolicyTest {
  private final Results results =
      new Results(
          Optional.of(Sample.contract("every-outcome")),
          "",
          Optional.of(Sample.load("every-outcome")),
          "",
          Optional.empty(),
          "",
          true);

  @Test
  void theIndexAllowsItsOwnPartsByHash() throws NoSuchAlgorithmException {
    String page = Pages.index(results);
    assertEquals(hashesOf(page, "script"), allowed(page, "script-src"));
    assertEquals(2, allowed(page, "script-src").size());
    assertEquals(hashesOf(page, "style"), allowed(page, "style-src"));
    assertEquals(2, allowed(page, "style-src").size());
  }

  @Test
  void theContractPageRunsNoScriptAtAll() throws NoSuchAlgorithmException {
    String page = Pages.contract(results);
    assertEquals(Set.of(), hashesOf(page, "script"));
    assertFalse(policy(page).contains("script-src"), policy(page));
    assertEquals(hashesOf(page, "style"), allowed(page, "style-src"));
  }

  @Test
  void anIndexWithNothingToDrawRunsNoScript() {
    assertFalse(policy(Pages.index(Sample.only(Sample.load("not-allowed")))).contains("script"));
  }

  @Test
  void allElseIsForbidden() {
    for (String page : List.of(Pages.index(results), Pages.contract(results))) {
      String policy = policy(page);
      assertTrue(policy.startsWith("default-src 'none';"), policy);
      assertTrue(policy.endsWith("; base-uri 'none'; form-action 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertFalse(page.contains(" style=\""), "the policy forbids style attributes");
      assertFalse(page.contains(" src=\""), "nothing is loaded");
    }
  }

  @Test
  void thePolicyStandsBeforeWhatItGoverns() {
    String page = Pages.index(results);
    assertTrue(page.indexOf("Content-Security-Policy") < page.indexOf("<style"));
    assertTrue(page.indexOf("Content-Security-Policy") < page.indexOf("<script"));
  }

  @Test
  void aPartThatEndsItsOwnElementIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Look(List.of(), List.of("'</script>'")));
    assertThrows(IllegalArgumentException.class, () -> new Look(List.of("</style>"), List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Look(List.of("a {}\r\n"), List.of()));
  }

  private static String policy(String page) {
    Matcher policy =
        Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">")
            .matcher(page);
    assertTrue(policy.find(), "the page has no policy");
    return policy.group(1).replace("&#39;", "'");
  }

  private static Set<String> allowed(String page, String directive) {
    Matcher sources = Pattern.compile(directive + " ([^;]*)").matcher(policy(page));
    assertTrue(sources.find(), directive);
    return new TreeSet<>(List.of(sources.group(1).split(" ")));
  }

  private static Set<String> hashesOf(String page, String element) throws NoSuchAlgorithmException {
    var hashes = new TreeSet<String>();
    Matcher parts = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">").matcher(page);
    while (parts.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(parts.group(1).getBytes(StandardCharsets.UTF_8));
      hashes.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    return hashes;
  }
}
