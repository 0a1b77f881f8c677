package dev.rollcall.fake.call;

import dev.rollcall.presence.Rules;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A rule of the domain turned over. */
public record RuleFault(String id, String description, UnaryOperator<Rules> change)
    implements Fault {

  @Override
  public String family() {
    return "rule";
  }

  @Override
  public Optional<GraphOperation> operation() {
    return Optional.empty();
  }
}
