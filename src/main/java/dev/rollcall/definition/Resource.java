package dev.rollcall.definition;

import java.util.List;

/**
 * A resource page: a type and its properties.
 *
 * @param open whether members beyond the listed ones belong to it
 */
public record Resource(String name, boolean open, List<Property> properties, Place place) {}
