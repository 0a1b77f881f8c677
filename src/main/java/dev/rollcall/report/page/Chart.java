package dev.rollcall.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts of uPlot, a small MIT-licensed chart library, that a page with charts inlines. */
enum Chart {
  SCRIPT("uPlot.iife.min.js"),
  STYLE("uPlot.min.css");

  // The version stands in the path: a change in pom.xml without one here fails the page's test.
  private static final String FOLDER = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private final String file;

  Chart(String file) {
    this.file = file;
  }

  String text() {
    try (InputStream in = Chart.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
