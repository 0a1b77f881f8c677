package dev.rollcall.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A folder of text files on our own class path, whether that is a folder of classes or a jar.
 *
 * <p>A class path can be asked for a file but not for a list of files; so one file of the folder is
 * asked for, and what stands beside it is listed where it was found.
 */
public final class BundledFolder {
  private BundledFolder() {}

  /**
   * All files below a folder, by their path in it.
   *
   * @param folder such as {@code schemas/v1.0}
   * @param landmark a file that is surely in it
   * @throws IllegalArgumentException if the landmark is not there
   */
  public static SortedMap<String, String> read(String folder, String landmark) {
    return read(BundledFolder.class.getClassLoader(), folder, landmark);
  }

  static SortedMap<String, String> read(ClassLoader loader, String folder, String landmark) {
    URL url = loader.getResource(folder + "/" + landmark);
    if (url == null) {
      throw new IllegalArgumentException(
          "there is no " + folder + "/" + landmark + " in this build of rollcall");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection connection) {
        return fromJar(connection, folder + "/");
      }
      String file = url.toString();
      String parent = file.substring(0, file.length() - landmark.length());
      return PageFiles.below(Path.of(new URI(parent)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read from the class path", unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(url + " is no URI", impossible);
    }
  }

  private static SortedMap<String, String> fromJar(JarURLConnection connection, String prefix)
      throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          files.put(
              entry.getName().substring(prefix.length()),
              new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }
}
