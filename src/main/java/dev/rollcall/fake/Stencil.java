package dev.rollcall.fake;

/**
 * The bytes of an item as {@link PresenceJson} writes it, with an id and a sequence number that are
 * to be written over.
 *
 * @param numberLength characters of the sequence number
 */
record Stencil(byte[] bytes, int numberLength) {
  private static final int ID = "{\"id\":\"".length();
  private static final int END = "\"}".length();

  int length() {
    return bytes.length;
  }

  /** Puts it there; where it ends. */
  int put(byte[] all, int at) {
    System.arraycopy(bytes, 0, all, at, bytes.length);
    return at + bytes.length;
  }

  /** Where the id begins in what was put. */
  static int id(int at) {
    return at + ID;
  }

  /** Where the sequence number ends in what was put. */
  static int numberEnd(int end) {
    return end - END;
  }
}
