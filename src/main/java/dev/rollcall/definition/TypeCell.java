package dev.rollcall.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the type column of a table. */
final class TypeCell {
  private static final String COLLECTION = " collection";

  private TypeCell() {}

  /**
   * The type that a cell names: a linked resource, a primitive, or an enumeration.
   *
   * @param values those that the description lists; they make a name that begins with a small
   *     letter an enumeration
   * @throws MalformedPage if the name is none of these
   */
  static TypeName read(Phrase cell, List<String> values) {
    String words = cell.plain();
    boolean collection = words.toLowerCase(Locale.ROOT).endsWith(COLLECTION);
    String name = collection ? words.substring(0, words.length() - COLLECTION.length()) : words;
    if (cell.link().isPresent()) {
      return new TypeName(cell.link().get().text(), collection, true);
    }
    Optional<Primitive> primitive = Primitive.named(name);
    if (primitive.isPresent()) {
      return new TypeName(primitive.get().printed(), collection, false);
    }
    if (name.matches("[a-z][A-Za-z0-9]*") && !values.isEmpty()) {
      return new TypeName(name, collection, false);
    }
    throw new MalformedPage(
        cell.place(),
        "unknown type '" + words + "'",
        "link the page of a resource, name a primitive type, or list the values of an enumeration");
  }
}
