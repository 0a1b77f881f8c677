package dev.rollcall.contract;

import dev.rollcall.contract.wire.Wire;
import dev.rollcall.definition.Definition;

/**
 * One version of the API under test.
 *
 * @param version its segment of the path, such as {@code v1.0}
 * @param definition what its pages promise
 * @param judge holds answers against its schemas
 * @param wire to the target, below that segment
 */
record Edition(String version, Definition definition, Judge judge, Wire wire) {

  /** Whether the pages of this version make the promise on which the check rests. */
  boolean promises(Check check) {
    return definition.clause(check.clause()[0]).isPresent();
  }
}
