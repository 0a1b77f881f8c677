package dev.rollcall.fake;

import java.util.Optional;
import java.util.function.Function;

/** An answer of one operation spoilt after it was made. */
record ShapeFault(String id, GraphOperation spoils, String description, Shape shape)
    implements Fault {

  /** What becomes of an answer. */
  interface Shape {
    /**
     * @param again answers a changed request as the fake would without faults
     */
    Answer of(Call call, Answer clean, Function<Call, Answer> again);
  }

  @Override
  public String family() {
    return "shape";
  }

  @Override
  public Optional<GraphOperation> operation() {
    return Optional.of(spoils);
  }
}
