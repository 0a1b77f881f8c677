package dev.rollcall.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Many presences as one answer, written piece by piece into bytes that are used again: an array of
 * its own for each answer would be memory that no cache of the processor has seen.
 */
final class ItemList implements Content {
  // As much as Jetty hands to the connection at once.
  private static final int PIECE = 32 * 1024;
  private static final ThreadLocal<byte[]> PIECES = ThreadLocal.withInitial(() -> new byte[PIECE]);
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

  private final byte[] head;
  private final Ids ids;
  private final Stencils stencils;
  private final long[] entries;
  private final Map<Integer, Item> others = new HashMap<>();
  private int length;

  /**
   * @param head what comes before the first
   * @param ids of whom something can be said
   */
  ItemList(byte[] head, Ids ids, Stencils stencils) {
    this.head = head;
    this.ids = ids;
    this.stencils = stencils;
    this.entries = new long[ids.size()];
    this.length = head.length + TAIL.length;
  }

  /** Says what one of the ids shows, as the board has it; to be said once. */
  void show(int number, long entry) {
    entries[number] = entry;
    lengthen(stencils.shared(Board.stencil(entry)));
  }

  /** The same for what stands on no board. */
  void show(int number, Item item) {
    others.put(number, item);
    lengthen(item.stencil());
  }

  private void lengthen(Stencil stencil) {
    length += stencil.length() + (length == head.length + TAIL.length ? 0 : 1); // a comma before it
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
      Item other = entries[i] == Board.UNKNOWN ? others.get(i) : null;
      if (entries[i] != Board.UNKNOWN || other != null) {
        Stencil stencil =
            other == null ? stencils.shared(Board.stencil(entries[i])) : other.stencil();
        long stamp = other == null ? Board.stamp(entries[i]) : other.stamp();
        int space = stencil.length() + 1 + TAIL.length;
        if (at + space > piece.length) {
          out.write(piece, 0, at);
          at = 0;
          piece = space > piece.length ? new byte[space] : piece;
        }
        if (!first) {
          piece[at++] = ',';
        }
        first = false;
        at = stencil.put(ids.high(i), ids.low(i), stamp, piece, at);
      }
    }
    out.write(piece, 0, append(piece, at, TAIL));
  }

  private static int append(byte[] piece, int at, byte[] part) {
    System.arraycopy(part, 0, piece, at, part.length);
    return at + part.length;
  }
}
