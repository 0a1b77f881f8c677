package dev.rollcall.definition;

/**
 * A line of a page.
 *
 * @param page file name within the definition, such as {@code resources/presence.md}
 * @param line from 1
 */
public record Place(String page, int line) {
  @Override
  public String toString() {
    return page + ":" + line;
  }
}
