package dev.rollcall.fake;

import dev.rollcall.fake.call.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What WireMock takes as the body of an answer; it is sent without being read. */
public final class ContentStream extends InputStream {
  private final Content content;
  private @Nullable InputStream rest;

  public ContentStream(Content content) {
    this.content = content;
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    if (rest != null) {
      return rest.transferTo(out);
    }
    rest = InputStream.nullInputStream();
    content.writeTo(out);
    return content.length();
  }

  @Override
  public int read() throws IOException {
    return rest().read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    // WireMock reads as much as it logs of each answer, which is nothing.
    return length == 0 ? 0 : rest().read(bytes, offset, length);
  }

  // Whoever reads, such as a log of WireMock's, gets them from an array.
  private InputStream rest() {
    if (rest == null) {
      rest = new ByteArrayInputStream(content.bytes());
    }
    return rest;
  }
}
