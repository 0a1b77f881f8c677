package dev.rollcall.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.ContractResult.Area;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void everyStatementBelongsToOnePartOfTheApi() {
    List<String> all =
        IntStream.rangeClosed(1, 248).mapToObj(n -> String.format("S-%03d", n)).toList();
    assertEquals(
        all,
        Arrays.stream(Coverage.values())
            .flatMap(part -> part.statements().stream())
            .sorted()
            .toList());
  }

  @Test
  void everyStatementIsCountedOnceAtMost() {
    for (Area area : Coverage.areas()) {
      assertTrue(area.left() >= 0, area.toString());
    }
  }

  @Test
  void aStatementOfACheckIsJudgedAndOneOfNotificationsIsForLater() {
    List<Area> areas = Coverage.areas();
    Area preference = areas.get(Coverage.PREFERENCE.ordinal());
    Area notifications = areas.get(Coverage.NOTIFICATIONS.ordinal());
    assertTrue(preference.judged() > 0, preference.toString());
    assertTrue(notifications.later() > 0, notifications.toString());
    assertEquals(0, notifications.judged());
  }
}
