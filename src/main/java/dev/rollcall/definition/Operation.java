package dev.rollcall.definition;

import java.util.List;
import java.util.Optional;

/**
 * An operation page: what is sent, what is allowed, what comes back.
 *
 * @param name such as {@code getPresence} or {@code setPresence}
 * @param title of the page
 * @param endpoints every documented path, then the other bound ones
 * @param parameters members of the request body; empty when there is none
 * @param combinations allowed pairs, where the operation takes one
 * @param successes every status of success that the page allows, the usual one first
 * @param returns type of the answer's body; empty when it has none
 */
public record Operation(
    String name,
    String title,
    List<Endpoint> endpoints,
    List<Property> parameters,
    List<Combination> combinations,
    List<Integer> successes,
    Optional<TypeName> returns,
    Place place) {
  public Operation {
    endpoints = List.copyOf(endpoints);
    parameters = List.copyOf(parameters);
    combinations = List.copyOf(combinations);
    successes = List.copyOf(successes);
  }
}
