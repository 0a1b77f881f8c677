package dev.rollcall.definition;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pages of a version by their path in it, as text.
 *
 * <p>The folder of {@link #BASE} is complete. That of another version holds what differs: a page of
 * the same path replaces that of the base, a new one is added, and {@code absent.json} names those
 * that this version lacks.
 */
final class VersionPages {
  static final String BASE = "v1.0";
  private static final String PAGE = ".md";

  private final SortedMap<String, String> files;

  /**
   * @param files by path below the definition folder
   */
  VersionPages(SortedMap<String, String> files) {
    this.files = files;
  }

  /**
   * @throws MalformedPage if there is no page of this version, or one that it lacks is none of the
   *     base
   */
  SortedMap<String, String> of(String version) {
    SortedMap<String, String> own = in(version);
    if (own.isEmpty()) {
      throw new MalformedPage(
          version,
          "there are no pages of this version",
          "name a version that has a folder of pages");
    }
    if (version.equals(BASE)) {
      return own;
    }
    SortedMap<String, String> pages = in(BASE);
    Ledger ledger = new Ledger(files);
    for (Absent absent : ledger.absent(version)) {
      if (pages.remove(absent.page()) == null || own.containsKey(absent.page())) {
        throw new MalformedPage(
            Ledger.absentFile(version),
            "'" + absent.page() + "' is no page of " + BASE + " alone",
            "name pages that " + BASE + " has and " + version + " has not");
      }
    }
    pages.putAll(own);
    return pages;
  }

  private SortedMap<String, String> in(String version) {
    String prefix = version + "/";
    SortedMap<String, String> pages = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          if (path.startsWith(prefix) && path.endsWith(PAGE)) {
            pages.put(path.substring(prefix.length()), text);
          }
        });
    return pages;
  }
}
