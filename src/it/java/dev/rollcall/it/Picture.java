package dev.rollcall.it;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A screenshot made small: a page has few colours, so that 256 of them show it as it is. */
record Picture(BufferedImage image) {
  private static final int COLOURS = 256;

  static Picture of(byte[] png) throws IOException {
    return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
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

  /** The most frequent colours. */
  private int[] palette() {
    Map<Integer, Integer> times = new LinkedHashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        times.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    return times.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
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
