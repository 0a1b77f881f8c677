package dev.rollcall.cli;

import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Tells other programs the port of a server: there while it answers, and never half written.
 *
 * @param path of a file in a folder that exists
 */
record PortFile(Path path) {

  /**
   * Nobody takes the port of a server that has gone for that of the one to come.
   *
   * @throws InvalidSetting if the file cannot be written, or holds no port
   */
  static PortFile emptied(Path path) {
    PortFile file = new PortFile(path);
    if (Files.exists(path) && !file.holdsAPort()) {
      throw file.invalid("it holds something else than a port; name another file to write to");
    }
    if (!Files.isDirectory(path.toAbsolutePath().getParent())) {
      throw file.invalid("its folder does not exist; create it first");
    }
    file.remove();
    return file;
  }

  private InvalidSetting invalid(String remedy) {
    return Settings.invalid(Setting.PORT_FILE, path.toString(), remedy);
  }

  private boolean holdsAPort() {
    try {
      return Files.isRegularFile(path)
          && Files.size(path) <= 6
          && Files.readString(path).strip().matches("\\d{1,5}");
    } catch (IOException e) {
      return false;
    }
  }

  void write(int port) {
    Path draft = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.writeString(draft, port + "\n");
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw invalid("it cannot be written; name a file in a folder that you may write to");
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("port file " + path + " cannot be removed", e);
    }
  }
}
