package dev.rollcall.definition;

import java.util.List;
import java.util.Optional;

/**
 * A property of a resource or a parameter of an operation.
 *
 * @param key whether it is the resource's identifier
 * @param nullable everything but a key, unless the page says otherwise
 * @param required whether it has to be there
 * @param format "guid", "date-time" or "duration", where the page gives one
 * @param values those that the page lists, as printed; empty when it lists none
 * @param description the page's words, code marked by backticks
 */
public record Property(
    String name,
    TypeName type,
    boolean key,
    boolean nullable,
    boolean required,
    Optional<String> format,
    List<String> values,
    String description,
    Place place) {
  public Property {
    values = List.copyOf(values);
  }
}
