package dev.rollcall.definition;

import java.util.Optional;

/**
 * What a page says of a member's form on the wire.
 *
 * @param type of the member, or of the elements of a collection
 * @param key whether it is marked as the identifier
 */
record Shape(TypeName type, boolean key, Place place) {

  /** Whether both go over the wire in the same form, whatever their meaning. */
  boolean agreesWith(TypeName other) {
    return type.collection() == other.collection() && form(type).equals(form(other));
  }

  /** Primitives and named enumerations go by their JSON type, resources by their name. */
  private static String form(TypeName type) {
    if (type.reference()) {
      return "#" + type.name();
    }
    Optional<Primitive> primitive = Primitive.named(type.name());
    return primitive.map(Primitive::jsonType).orElse("string");
  }
}
