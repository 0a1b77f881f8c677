package dev.rollcall.fake.call;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of an answer, which need not stand anywhere before they are sent. */
public interface Content {
  /** How many there are. */
  int length();

  /** All of them, the same each time. */
  byte[] bytes();

  /**
   * Sends them.
   *
   * @throws IOException if the other side is gone
   */
  void writeTo(OutputStream out) throws IOException;

  /** Bytes that are there already, and not to be changed any more. */
  static Content of(byte[] bytes) {
    return new Made(bytes);
  }

  /** Nothing. */
  static Content none() {
    return of(new byte[0]);
  }

  /** Bytes that are there already. */
  record Made(byte[] bytes) implements Content {
    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }
}
