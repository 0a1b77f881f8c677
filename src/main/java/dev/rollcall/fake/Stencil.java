package dev.rollcall.fake;

/**
 * The bytes of an item as {@link PresenceJson} writes it, with an id and a sequence number that are
 * to be written over.
 *
 * @param index its place among those that are shared, or {@link #OWN}
 */
record Stencil(int index, byte[] bytes) {
  /** In the place of an index: it is kept for nobody else. */
  static final int OWN = 0;

  /** Where in an item the id stands. */
  static final int ID = "{\"id\":\"".length();

  private static final int END = "\"}".length();

  int length() {
    return bytes.length;
  }

  /** Puts an item there, but for the id; where it ends. */
  int put(long stamp, byte[] all, int at) {
    System.arraycopy(bytes, 0, all, at, bytes.length);
    int end = at + bytes.length;
    // A longer number begins as it does in the stencil, which then is nobody else's.
    Decimal.write(stamp, all, end - END - Decimal.DIGITS);
    return end;
  }
}
