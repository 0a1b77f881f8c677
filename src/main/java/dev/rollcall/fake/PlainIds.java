package dev.rollcall.fake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a body that is nothing but a list of ids, byte by byte, as nearly all are. Any other is
 * left to {@link IdReader}, which knows what is wrong with it.
 */
final class PlainIds {
  private static final byte[] NAME = "\"ids\"".getBytes(StandardCharsets.US_ASCII);
  private static final int NONE = -1;

  private final byte[] body;
  private final Ids ids;
  private int at;

  private PlainIds(byte[] body) {
    this.body = body;
    this.ids = new Ids(body.length / (Guid.LENGTH + 3) + 1);
  }

  /** The ids, if they are no more than {@code limit}. */
  static Optional<Ids> of(byte[] body, int limit) {
    PlainIds plain = new PlainIds(body);
    return plain.isPlain() && plain.ids.size() <= limit ? Optional.of(plain.ids) : Optional.empty();
  }

  private boolean isPlain() {
    return take('{') && name() && take(':') && take('[') && list() && take('}') && next() == NONE;
  }

  private boolean name() {
    next();
    for (byte each : NAME) {
      if (at >= body.length || body[at++] != each) {
        return false;
      }
    }
    return true;
  }

  private boolean list() {
    if (take(']')) {
      return true;
    }
    do {
      if (!take('"') || !Guid.read(body, at, ids)) {
        return false;
      }
      at += Guid.LENGTH;
      if (at >= body.length || body[at++] != '"') {
        return false;
      }
    } while (take(','));
    return take(']');
  }

  private boolean take(char wanted) {
    boolean there = at < body.length && body[at] == wanted || next() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  /** The next byte that is no white space, which stays where it is. */
  private int next() {
    while (at < body.length && isSpace(body[at])) {
      at++;
    }
    return at < body.length ? body[at] : NONE;
  }

  private static boolean isSpace(byte each) {
    return each == ' ' || each == '\n' || each == '\r' || each == '\t';
  }
}
