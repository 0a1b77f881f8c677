package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.world.RequestedIds;
import dev.rollcall.fake.world.Roster;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a body that is nothing but a list of ids, byte by byte, as nearly all are. Any other is
 * left to {@link IdReader}, which knows what is wrong with it.
 */
final class PlainIds {
  private static final byte[] NAME = "\"ids\"".getBytes(StandardCharsets.US_ASCII);
  private static final int EACH = Guid.LENGTH + 3;
  private static final int NOWHERE = -1;

  private final byte[] body;
  private final Roster roster;
  private final RequestedIds ids;

  private PlainIds(byte[] body, Roster roster) {
    this.body = body;
    this.roster = roster;
    this.ids = new RequestedIds(body, body.length / EACH + 1);
  }

  /** The ids, if they are no more than {@code limit}. */
  static Optional<RequestedIds> of(byte[] body, int limit, Roster roster) {
    PlainIds plain = new PlainIds(body, roster);
    return plain.isPlain() && plain.ids.size() <= limit ? Optional.of(plain.ids) : Optional.empty();
  }

  private boolean isPlain() {
    int name = past('{', 0);
    int list = past('[', past(':', pastName(name)));
    int end = past('}', pastList(list));
    return end != NOWHERE && pastSpace(end) == body.length;
  }

  // Each of these says where something ends, or that it is not there.

  private int pastName(int from) {
    if (from == NOWHERE) {
      return NOWHERE;
    }
    int at = pastSpace(from);
    int end = at + NAME.length;
    return end <= body.length && Arrays.equals(body, at, end, NAME, 0, NAME.length) ? end : NOWHERE;
  }

  private int pastList(int from) {
    int empty = past(']', from);
    return empty == NOWHERE ? past(']', pastIds(from)) : empty;
  }

  private int pastIds(int from) {
    int at = pastId(pastUsual(from));
    int next = past(',', at);
    while (next != NOWHERE) {
      at = pastId(pastUsual(next));
      next = past(',', at);
    }
    return at;
  }

  /** Past those that have the next one right after them: nearly all, and sooner than by parts. */
  private int pastUsual(int from) {
    int at = from;
    while (at != NOWHERE
        && at + EACH < body.length
        && body[at] == '"'
        && body[at + EACH - 2] == '"'
        && body[at + EACH - 1] == ','
        && add(at + 1)) {
      at += EACH;
    }
    return at;
  }

  private int pastId(int from) {
    int start = past('"', from);
    if (start == NOWHERE || !add(start)) {
      return NOWHERE;
    }
    int end = start + Guid.LENGTH;
    return end < body.length && body[end] == '"' ? end + 1 : NOWHERE;
  }

  private boolean add(int start) {
    if (!Guid.isAt(body, start)) {
      return false;
    }
    ids.add(start, roster.number(Guid.high(body, start), Guid.low(body, start)));
    return true;
  }

  private int past(char wanted, int from) {
    if (from == NOWHERE) {
      return NOWHERE;
    }
    int at = pastSpace(from);
    return at < body.length && body[at] == wanted ? at + 1 : NOWHERE;
  }

  private int pastSpace(int from) {
    int at = from;
    while (at < body.length && isSpace(body[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte each) {
    return each <= ' ' && (each == ' ' || each == '\n' || each == '\r' || each == '\t');
  }
}
