package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A few of the odd requests that FuzzIT sends many of. */
class FuzzTest {
  private static final int REQUESTS = 300;

  @Test
  void oddRequestsAreAnsweredAndRefusalsChangeNothing() throws IOException {
    int refused = Fuzz.run(Long.getLong("fuzz.seed", 7), REQUESTS);
    assertTrue(refused > REQUESTS / 4 && refused < REQUESTS, refused + " were refused");
  }
}
