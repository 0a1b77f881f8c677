package dev.rollcall.report.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that others see either as it was or complete, never half written. */
public record WholeFile(Path path) {

  /**
   * Creates or replaces the file, and its folder if need be.
   *
   * @throws UnwritableResult if that is not possible
   */
  public void write(String text) {
    Path draft = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(draft, text);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable("cannot be written", e);
    }
  }

  /**
   * @throws UnwritableResult if the file is there and stays
   */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unwritable("cannot be deleted", e);
    }
  }

  private UnwritableResult unwritable(String what, IOException cause) {
    return new UnwritableResult(
        path
            + ": "
            + what
            + " ("
            + cause.getClass().getSimpleName()
            + "); free the place or name another folder with --out",
        cause);
  }
}
