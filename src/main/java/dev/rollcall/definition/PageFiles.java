package dev.rollcall.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads page files as UTF-8 text. */
final class PageFiles {
  private PageFiles() {}

  static String text(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new MalformedPage(
          name,
          "this file cannot be read as UTF-8 text",
          "check that it is there and readable",
          unreadable);
    }
  }

  /** The pages of a version and the lists beside them, by their path in the folder. */
  static SortedMap<String, String> definition(Path folder, String version) {
    SortedMap<String, String> files = new TreeMap<>();
    below(folder.resolve(version)).forEach((name, text) -> files.put(version + "/" + name, text));
    for (String list : Ledger.FILES) {
      if (Files.exists(folder.resolve(list))) {
        files.put(list, text(folder.resolve(list), list));
      }
    }
    return files;
  }

  /** All files below a folder, by their path in it with slashes. */
  static SortedMap<String, String> below(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, text(file, name));
      }
    } catch (IOException unreadable) {
      throw new MalformedPage(
          folder.toString(),
          "this folder cannot be read",
          "name a folder that holds folders of pages, such as v1.0, and observed.json",
          unreadable);
    }
    return files;
  }
}
