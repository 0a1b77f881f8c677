package dev.rollcall.fake.call;

import java.util.Optional;
import java.util.function.Function;

/**
 * An answer spoilt after it was made.
 *
 * @param spoils the operation whose answers it spoils; empty when those of all
 */
public record ShapeFault(
    String id, Optional<GraphOperation> spoils, String description, Shape shape) implements Fault {

  public ShapeFault(String id, GraphOperation spoils, String description, Shape shape) {
    this(id, Optional.of(spoils), description, shape);
  }

  /** What becomes of an answer. */
  public interface Shape {
    /**
     * @param again answers a changed request as the fake would without faults
     */
    Answer of(Call call, Answer clean, Function<Call, Answer> again);
  }

  boolean concerns(GraphOperation operation) {
    return spoils.isEmpty() || spoils.get() == operation;
  }

  @Override
  public String family() {
    return "shape";
  }

  @Override
  public Optional<GraphOperation> operation() {
    return spoils;
  }
}
