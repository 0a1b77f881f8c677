package dev.rollcall.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallersTest {
  private final Callers callers =
      Callers.seenIn(
          List.of(
              wire("setPresence-empty", "setPresence", "time.expires"),
              wire("setPresence-reset", "setPresence", "setPresence.shape", "time.expires"),
              wire("batch-empty", "batch", "batch.twenty"),
              wire("getPresence-delay", "getPresence", "getPresence.shape")));

  @Test
  void whoeverNoticesAFaultOfTheWireCallsTheOperation() {
    assertEquals(
        List.of("batch.twenty", "setPresence.shape", "time.expires"),
        callers.of(shape("setPresence")),
        "and whoever sends batches, whose parts are calls");
  }

  @Test
  void whereNothingIsKnownAllMayCall() {
    assertEquals(List.of(), callers.of(shape("getPresence")), "a delay was tried on few");
    assertEquals(List.of(), callers.of(shape("")));
    assertEquals(List.of(), Callers.all().of(shape("setPresence")));
  }

  private static Seeded shape(String operation) {
    return new Seeded("x", "shape", operation, "does it");
  }

  private static Trial wire(String id, String operation, String... killers) {
    return new Trial(
        new Seeded(id, "wire", operation, "does it"), List.of(killers), List.of(), List.of());
  }
}
