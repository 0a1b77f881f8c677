package dev.rollcall.definition;

/**
 * A page, or a list beside the pages, that cannot be read. The message is one sentence: place, what
 * is wrong, remedy, as in {@code resources/presence.md:31: unknown column 'Kind'; ...}.
 */
public final class MalformedPage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPage(Place place, String wrong, String remedy) {
    super(place + ": " + wrong + "; " + remedy);
  }

  MalformedPage(String file, String wrong, String remedy) {
    super(file + ": " + wrong + "; " + remedy);
  }

  MalformedPage(String file, String wrong, String remedy, Throwable cause) {
    super(file + ": " + wrong + "; " + remedy, cause);
  }

  MalformedPage(Place place, String wrong, String remedy, Throwable cause) {
    super(place + ": " + wrong + "; " + remedy, cause);
  }
}
