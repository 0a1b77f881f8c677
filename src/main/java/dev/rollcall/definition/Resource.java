package dev.rollcall.definition;

import java.util.List;
import java.util.Optional;

/**
 * A resource page: a type and its properties.
 *
 * @param open whether members beyond the listed ones belong to it
 * @param properties by name
 */
public record Resource(String name, boolean open, List<Property> properties, Place place) {
  public Resource {
    properties = List.copyOf(properties);
  }

  /** The property of that name. */
  public Optional<Property> property(String name) {
    return properties.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
