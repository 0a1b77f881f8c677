package dev.rollcall.definition;

import java.net.URI;
import java.util.Map;

/** Checks that links between pages lead to pages. */
final class PageLinks {
  private final Map<String, Page> pages;

  PageLinks(Map<String, Page> pages) {
    this.pages = pages;
  }

  void check() {
    pages.values().forEach(page -> page.links().forEach(link -> check(page, link)));
  }

  private void check(Page page, Page.Reference link) {
    String target = link.target();
    boolean toPage = !target.contains("://") && !target.startsWith("/") && target.contains(".md");
    if (toPage && !pages.containsKey(resolved(page, target))) {
      throw new MalformedPage(
          link.place(), "'" + target + "' leads to no page", "add that page or correct the link");
    }
  }

  /** The name of the page to which a link leads. */
  static String resolved(Page page, String target) {
    int anchor = target.indexOf('#');
    String path = anchor < 0 ? target : target.substring(0, anchor);
    return URI.create(page.name()).resolve(path).normalize().toString();
  }
}
