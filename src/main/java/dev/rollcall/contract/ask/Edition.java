package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Wire;
import dev.rollcall.definition.Definition;
import java.util.Optional;
import java.util.Set;

/**
 * One version of the API under test.
 *
 * @param version its segment of the path, such as {@code v1.0}
 * @param definition what its pages promise
 * @param everyOperation names of the operations of all versions
 * @param judge holds answers against its schemas
 * @param wire to the target, below that segment
 * @param inBrief whether another version is judged in full in the same run: what is alike over many
 *     operations and paths is then tried on a few
 */
public record Edition(
    String version,
    Definition definition,
    Set<String> everyOperation,
    Judge judge,
    Wire wire,
    boolean inBrief) {

  /**
   * Why a check has no place in this version: its pages may not make the promise.
   *
   * @param operation that it is about, or a behaviour that belongs to none
   * @param clause on which it rests
   */
  public Optional<String> unpromised(String operation, String clause) {
    if (isOperationOfAnotherVersion(operation)) {
      return Optional.of("the pages of " + version + " do not know this operation");
    }
    return definition.clause(clause).isPresent()
        ? Optional.empty()
        : Optional.of("the pages of " + version + " do not promise this");
  }

  private boolean isOperationOfAnotherVersion(String name) {
    return everyOperation.contains(name) && definition.operation(name).isEmpty();
  }
}
