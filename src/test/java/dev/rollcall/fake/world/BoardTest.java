package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.call.Dialect;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Visible;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final long STAMP = 9_999_999_999L;

  private final Board board = new Board(2, START);
  private final Stencils stencils = new Stencils(new PresenceJson(Dialect.PASCAL));

  private Item item(long stamp, Instant until) {
    Pair pair = new Pair(Availability.BUSY, Activity.IN_A_CALL);
    Moment moment = new Moment(Visible.only(pair), stamp, START, until);
    return new Item(moment, stencils.of(moment, Rules.documented().messages().others()));
  }

  private long at(int number, Instant now) {
    RequestedIds ids = new RequestedIds(new byte[0], 1);
    ids.add(0, number);
    return board.at(ids, now)[0];
  }

  @Test
  void anEntryIsTheStencilAndTheStampOfTheItem() {
    Item item = item(STAMP, Instant.MAX);
    board.put(1, board.change(1), item);
    long entry = at(1, START);
    assertEquals(STAMP, Board.stamp(entry));
    assertEquals(item.stencil(), stencils.shared(Board.stencil(entry)));
    assertEquals(Board.UNKNOWN, at(0, START));
  }

  @Test
  void anEntryNeverHoldsLongerThanTheItem() {
    for (int seconds = 0; seconds < 1_000; seconds++) {
      Instant until = START.plusSeconds(seconds);
      board.forget(0);
      board.put(0, board.change(0), item(STAMP, until));
      assertEquals(Board.UNKNOWN, at(0, until), until.toString());
      assertEquals(Board.UNKNOWN, at(0, until.plus(YEAR)), until.toString());
      assertEquals(seconds >= 64, at(0, START.plusSeconds(63)) != Board.UNKNOWN, until.toString());
    }
  }

  @Test
  void whatHoldsForEverIsFoundOutAgainAfterTwoYears() {
    board.put(0, board.change(0), item(STAMP, Instant.MAX));
    assertNotEquals(Board.UNKNOWN, at(0, START.plus(YEAR).plus(YEAR)));
    assertEquals(Board.UNKNOWN, at(0, START.plus(YEAR).plus(YEAR).plus(YEAR)));
  }

  @Test
  void nothingIsPutThatWasReadBeforeAChange() {
    long before = board.change(0);
    board.forget(0);
    board.put(0, before, item(STAMP, Instant.MAX));
    assertEquals(Board.UNKNOWN, at(0, START));
  }

  @Test
  void anEntryThatIsOverMakesPlaceForOneChangeOnly() {
    board.put(0, board.change(0), item(STAMP, START.plusSeconds(200)));
    long first = board.change(0);
    long second = board.change(0);
    board.put(0, second, item(7, Instant.MAX));
    board.put(0, first, item(8, Instant.MAX));
    assertEquals(7, Board.stamp(at(0, START)));
  }

  @Test
  void aChangeIsForgottenByNobodyElse() {
    board.put(0, board.change(0), item(1, Instant.MAX));
    board.put(1, board.change(1), item(2, Instant.MAX));
    board.forget(0);
    assertEquals(Board.UNKNOWN, at(0, START));
    assertEquals(2, Board.stamp(at(1, START)));
    board.forgetAll();
    assertEquals(Board.UNKNOWN, at(1, START));
  }

  @Test
  void whoIsNotOnTheRosterHasNoEntry() {
    for (int number : new int[] {-1, 2, Integer.MAX_VALUE}) {
      board.forget(number);
    }
    board.put(-1, board.change(-1), item(STAMP, Instant.MAX));
    assertEquals(Board.UNKNOWN, at(-1, START));
  }

  @Test
  void wordsThatFewHaveStandOnNoBoard() {
    Item own = new Item(null, null, new Stencil(Stencil.OWN, new byte[0]), 1, START, Instant.MAX);
    board.put(0, board.change(0), own);
    assertEquals(Board.UNKNOWN, at(0, START));
    assertTrue(Board.isOf(Rules.documented()));
  }
}
