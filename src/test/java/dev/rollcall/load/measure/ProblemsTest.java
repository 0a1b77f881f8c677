package dev.rollcall.load.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.LoadResult.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems =
      new Problems(
          lookup ->
              new Exchange(
                  new Exchange.Request("POST", "/" + lookup.index(), Map.of(), ""), null, 0));

  @Test
  void eachKindKeepsItsFirstThreeExchangesAndIsCounted() {
    for (int i = 0; i < 5; i++) {
      problems.add(Sent.answered(i, 0, 0, 1, 500, "{}"));
    }
    problems.add(Sent.served(5, 0, 0, 1));
    for (int i = 6; i < 13; i++) {
      problems.add(Sent.unanswered(i, 0, 0));
    }
    List<Problem> list = problems.list();
    assertEquals(List.of("no answer", "status 500"), list.stream().map(Problem::kind).toList());
    assertEquals(List.of(7L, 5L), list.stream().map(Problem::times).toList());
    assertEquals(
        List.of("/6", "/7", "/8"),
        list.get(0).exchanges().stream().map(each -> each.request().url()).toList());
  }

  @Test
  void kindsWithoutEndAreNotKeptApart() {
    for (int i = 0; i < 200; i++) {
      problems.add(Sent.answered(i, 0, 0, 1, 300 + i, ""));
    }
    List<Problem> list = problems.list();
    assertEquals(51, list.size());
    assertEquals(150, list.get(0).times());
    assertEquals(200, list.stream().mapToLong(Problem::times).sum());
  }
}
