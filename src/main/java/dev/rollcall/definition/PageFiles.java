package dev.rollcall.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** What a version is read from, by path in the folder: its own files, the base, the lists. */
  static SortedMap<String, String> definition(Path folder, String version) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String each : List.of(version, VersionPages.BASE)) {
      below(folder.resolve(each)).forEach((name, text) -> files.put(each + "/" + name, text));
    }
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
