package dev.rollcall.contract;

import dev.rollcall.contract.wire.Wire;
import dev.rollcall.definition.Definition;
import java.util.Optional;

/**
 * One version of the API under test.
 *
 * @param version its segment of the path, such as {@code v1.0}
 * @param definition what its pages promise
 * @param judge holds answers against its schemas
 * @param wire to the target, below that segment
 */
record Edition(String version, Definition definition, Judge judge, Wire wire) {

  /** Why the check has no place in this version: its pages may not make the promise. */
  Optional<String> unpromised(Check check) {
    return definition.clause(check.clause()[0]).isPresent()
        ? Optional.empty()
        : Optional.of("the pages of " + version + " do not promise this");
  }
}
