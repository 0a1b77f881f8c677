package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;

/** A screenshot made small: a page has few colours, so that 256 of them show it as it is. */
record Picture(BufferedImage image) {
  private static final int COLOURS = 256;
  private static final int ALIKE = 100;
  private static final long MOST_BYTES = 150_000;

  static Picture of(byte[] png) throws IOException {
    return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
  }

  /**
   * Whether a picture that is kept is as large as what the browser shows now; {@code
   * -Dpicture=write} replaces it first.
   */
  static void assertKept(Path file, TakesScreenshot browser, int width) throws IOException {
    Picture now = of(browser.getScreenshotAs(OutputType.BYTES));
    if ("write".equals(System.getProperty("picture"))) {
      Files.write(file, now.small());
    }
    Picture then = of(Files.readAllBytes(file));
    assertEquals(width, now.image().getWidth());
    assertEquals(now.image().getWidth(), then.image().getWidth());
    assertEquals(now.image().getHeight(), then.image().getHeight());
    assertTrue(Files.size(file) < MOST_BYTES, "bytes of the picture: " + Files.size(file));
  }

  byte[] small() throws IOException {
    int[] palette = palette();
    var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
    var indexed =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new LinkedHashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int index = nearest.computeIfAbsent(image.getRGB(x, y), c -> nearest(palette, c));
        indexed.getRaster().setSample(x, y, 0, index);
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(indexed, "png", bytes);
    return bytes.toByteArray();
  }

  /** The most frequent colours that do not look alike: a rare one is not to give way to shades. */
  private int[] palette() {
    Map<Integer, Integer> times = new LinkedHashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        times.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    int[] frequent =
        times.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .mapToInt(Map.Entry::getKey)
            .toArray();
    int[] palette = new int[COLOURS];
    int size = 0;
    for (int i = 0; i < frequent.length && size < COLOURS; i++) {
      int[] chosen = Arrays.copyOf(palette, size);
      if (size == 0 || distance(chosen[nearest(chosen, frequent[i])], frequent[i]) > ALIKE) {
        palette[size++] = frequent[i];
      }
    }
    return Arrays.copyOf(palette, size);
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(palette[i], colour) < distance(palette[best], colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      distance += difference * difference;
    }
    return distance;
  }
}
