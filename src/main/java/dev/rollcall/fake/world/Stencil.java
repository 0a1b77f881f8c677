package dev.rollcall.fake.world;

import java.util.Arrays;

/**
 * An item as {@link PresenceJson} writes it, with an id and a sequence number that are to be
 * written over.
 *
 * @param index its place among those that are shared, or {@link #OWN}
 * @param lines its bytes, and more up to a whole line of the processor's cache: copied whole, they
 *     take no branch that depends on the length, which no processor foresees
 * @param length without what is more
 */
public record Stencil(int index, byte[] lines, int length) {
  /** In the place of an index: it is kept for nobody else. */
  public static final int OWN = 0;

  /** Where in an item the id stands. */
  public static final int ID = "{\"id\":\"".length();

  private static final int END = "\"}".length();
  private static final int LINE = 64;

  public Stencil(int index, byte[] item) {
    this(index, Arrays.copyOf(item, (item.length + LINE - 1) / LINE * LINE), item.length);
  }

  /** How many bytes {@link #put} writes over. */
  public int room() {
    return lines.length;
  }

  /** Puts an item there, but for the id; where it ends. */
  public int put(long stamp, byte[] all, int at) {
    System.arraycopy(lines, 0, all, at, lines.length);
    int end = at + length;
    // A longer number begins as it does in the stencil, which then is nobody else's.
    Decimal.write(stamp, all, end - END - Decimal.DIGITS);
    return end;
  }
}
