package dev.rollcall.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is gone, with its files, once it is closed. */
record PrivateFolder(Path path) implements AutoCloseable {

  /**
   * Nobody else may look into it, where the file system knows of permissions.
   *
   * @throws CannotStart if it cannot be made
   */
  static PrivateFolder made() {
    try {
      return new PrivateFolder(Files.createTempDirectory("rollcall-fake-"));
    } catch (IOException e) {
      throw new CannotStart(
          "no temporary folder can be made: "
              + e.getMessage()
              + "; name a place for them with -Djava.io.tmpdir=DIR",
          e);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Does nothing the second time. */
  @Override
  public void close() {
    if (Files.notExists(path)) {
      return;
    }
    try {
      for (Path file : files()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("temporary folder " + path + " cannot be removed", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.toList();
    }
  }
}
