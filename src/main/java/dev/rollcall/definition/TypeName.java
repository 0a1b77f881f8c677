package dev.rollcall.definition;

/**
 * A type as a page names it.
 *
 * @param name such as {@code String}, {@code DateTimeOffset} or the name of a resource
 * @param collection whether it is a collection of them
 * @param reference whether the page links it: then it is a resource with a page of its own
 */
public record TypeName(String name, boolean collection, boolean reference) {
  @Override
  public String toString() {
    return collection ? name + " collection" : name;
  }
}
