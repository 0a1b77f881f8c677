package dev.rollcall.load.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rollcall.report.mask.Mask;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.LoadResult.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was wrong in a load run tells nobody who was asked for. */
class ProblemsMaskTest {
  private static final String ID = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

  @Test
  void peopleAreMaskedWhereverTheyStand() {
    var exchange =
        new Exchange(
            new Exchange.Request(
                "POST",
                "https://host/v1.0/users/" + ID + "/presence",
                Map.of(),
                "{\"requests\":[{\"id\":\"1\",\"url\":\"/users/" + ID + "/presence\"}]}"),
            new Exchange.Response(
                200,
                Map.of(),
                "{\"value\":[{\"id\":\""
                    + ID
                    + "\",\"statusMessage\":{\"message\":{\"content\":\"ill\"}}}]}",
                false),
            3);
    List<Problem> masked =
        Mask.masked(List.of(new Problem("batch", "schema violated", 7, List.of(exchange))));
    assertFalse(masked.toString().contains(ID), masked.toString());
    assertFalse(masked.toString().contains("\"ill\""), masked.toString());
    assertEquals(7, masked.get(0).times());
  }
}
