package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.Fuzz;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Many odd requests; {@code -Dfuzz.requests} says how many, {@code -Dfuzz.seed} which. */
class FuzzIT {

  @Test
  void oddRequestsAreAnsweredAndRefusalsChangeNothing() throws IOException {
    int requests = Integer.getInteger("fuzz.requests", 100_000);
    int refused = Fuzz.run(Long.getLong("fuzz.seed", System.nanoTime()), requests);
    assertTrue(refused < requests, "everything was refused");
  }
}
