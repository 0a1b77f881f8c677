package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFolderTest {
  private static final Map<String, String> FILES =
      Map.of("observed.json", "[]", "v1.0/resources/presence.md", "# présence");

  @TempDir private Path folder;

  @Test
  void jarWithoutFolderEntriesIsListed() throws IOException {
    Path jar = folder.resolve("some build.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        out.putNextEntry(new JarEntry("pages/" + file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      out.putNextEntry(new JarEntry("pages-of-others/other.md"));
    }

    assertEquals(FILES, read(jar));
  }

  @Test
  void folderOfClassesIsListed() throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve("pages").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    assertEquals(FILES, read(folder));
  }

  @Test
  void missingFolderIsNamed() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> BundledFolder.read("schemas/v9", "a.json"));

    assertEquals("there is no schemas/v9/a.json in this build of rollcall", refused.getMessage());
  }

  private static Map<String, String> read(Path place) throws IOException {
    URL[] path = {place.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, null)) {
      return BundledFolder.read(loader, "pages", "observed.json");
    }
  }
}
