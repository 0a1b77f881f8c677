package dev.rollcall.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The style sheets and scripts that a page inlines, and the content-security policy that allows
 * these and nothing else: whatever a target smuggles into a page is never run or loaded.
 */
public record Look(List<String> styles, List<String> scripts) {

  /**
   * @throws IllegalArgumentException if a part would end its own element
   */
  public Look {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
    styles.forEach(style -> refuse(style, "</style"));
    scripts.forEach(script -> refuse(script, "</script"));
  }

  /** The policy, to be given in the page's head before anything it is to govern. */
  public String policy() {
    return "default-src 'none'"
        + sources("script-src", scripts)
        + sources("style-src", styles)
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String sources(String directive, List<String> parts) {
    return parts.isEmpty()
        ? ""
        : parts.stream()
            .map(Look::hash)
            .collect(Collectors.joining(" ", "; " + directive + " ", ""));
  }

  private static String hash(String part) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void refuse(String part, String end) {
    // A browser hashes what it reads, and it reads CR LF as LF.
    if (part.contains(end) || part.contains("\r")) {
      throw new IllegalArgumentException("an inlined part holds " + end + " or a carriage return");
    }
  }
}
