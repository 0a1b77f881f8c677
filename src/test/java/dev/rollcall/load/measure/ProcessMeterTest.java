package dev.rollcall.load.measure;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProcessMeterTest {

  @Test
  void pausesAndProcessorAreThoseOfThisProcess() {
    try (ProcessMeter meter = ProcessMeter.started()) {
      // Collectors announce a pause when it is over, from a thread of their own.
      await()
          .until(
              () -> {
                System.gc();
                return meter.spent().longestGcMillis() > 0;
              });
      Effort spent = meter.spent();
      assertTrue(spent.gcMillis() >= spent.longestGcMillis(), spent::toString);
      assertTrue(spent.cpuSeconds() > 0, spent::toString);
      assertTrue(spent.seconds() > 0, spent::toString);
    }
  }

  @Test
  void theShareIsOfAllProcessorsAndOfTheTimeThatPassed() {
    assertEquals(0.25, new Effort(10, 5, 0, 0).cpuShare(2));
    assertEquals(1, new Effort(10, 20.4, 0, 0).cpuShare(2));
    assertEquals(0, new Effort(0, 0, 0, 0).cpuShare(2));
  }
}
