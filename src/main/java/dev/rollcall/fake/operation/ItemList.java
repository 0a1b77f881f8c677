package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Content;
import dev.rollcall.fake.world.Board;
import dev.rollcall.fake.world.Item;
import dev.rollcall.fake.world.RequestedIds;
import dev.rollcall.fake.world.Stencil;
import dev.rollcall.fake.world.Stencils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Many presences as one answer, written piece by piece into bytes that are used again: an array of
 * its own for each answer would be memory that no cache of the processor has seen.
 */
final class ItemList implements Content {
  // As much as Jetty hands to the connection at once.
  private static final int PIECE = 32 * 1024;
  private static final ThreadLocal<byte[]> PIECES = ThreadLocal.withInitial(() -> new byte[PIECE]);
  private static final int COMMA = 1;
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

  private final byte[] head;
  private final RequestedIds ids;
  private final long[] entries;
  private final Map<Integer, Item> others;
  private final Stencils stencils;
  private final int length;

  /**
   * @param head what comes before the first
   * @param ids of whom something can be said
   * @param entries what each shows, as the board has it
   * @param others what those show of whom the board knows nothing, by their numbers; of whoever is
   *     in neither nothing is said
   */
  ItemList(
      byte[] head, RequestedIds ids, long[] entries, Map<Integer, Item> others, Stencils stencils) {
    this.head = head;
    this.ids = ids;
    this.entries = entries;
    this.others = others;
    this.stencils = stencils;
    this.length = head.length + inside() + TAIL.length;
  }

  private int inside() {
    int sum = 0;
    for (long entry : entries) {
      if (entry != Board.UNKNOWN) {
        sum += stencils.shared(Board.stencil(entry)).length() + COMMA;
      }
    }
    for (Item other : others.values()) {
      sum += other.stencil().length() + COMMA;
    }
    return Math.max(0, sum - COMMA);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length);
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new AssertionError("an array refuses nothing", e);
    }
    return out.toByteArray();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    byte[] piece = PIECES.get();
    int at = append(piece, 0, head);
    boolean first = true;
    for (int i = 0; i < entries.length; i++) {
      long entry = entries[i];
      Item other = entry == Board.UNKNOWN ? others.get(i) : null;
      if (entry != Board.UNKNOWN || other != null) {
        Stencil stencil = other == null ? stencils.shared(Board.stencil(entry)) : other.stencil();
        long stamp = other == null ? Board.stamp(entry) : other.stamp();
        int space = COMMA + stencil.room() + TAIL.length;
        if (at + space > piece.length) {
          out.write(piece, 0, at);
          at = 0;
          piece = space > piece.length ? new byte[space] : piece;
        }
        if (!first) {
          piece[at++] = ',';
        }
        first = false;
        int start = at;
        at = stencil.put(stamp, piece, start);
        ids.write(i, piece, start + Stencil.ID);
      }
    }
    out.write(piece, 0, append(piece, at, TAIL));
  }

  private static int append(byte[] piece, int at, byte[] part) {
    System.arraycopy(part, 0, piece, at, part.length);
    return at + part.length;
  }
}
