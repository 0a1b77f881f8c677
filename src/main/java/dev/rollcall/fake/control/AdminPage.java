package dev.rollcall.fake.control;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The page of the control plane for a person, who needs no more than a browser. */
final class AdminPage {
  // Whatever a display name says, nothing but our own script runs, and it asks nobody but the fake.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, ResponseDefinition> files =
      Map.of(
          "GET ui", file("index.html", "text/html"),
          "GET ui.css", file("ui.css", "text/css"),
          "GET ui.js", file("ui.js", "text/javascript"));

  /**
   * @param name method and subject, like {@code GET ui}
   * @return empty if that is no file of the page
   */
  Optional<ResponseDefinition> answer(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static ResponseDefinition file(String name, String type) {
    return new ResponseDefinitionBuilder()
        .withStatus(200)
        .withHeader("Content-Type", type + "; charset=utf-8")
        .withHeader("Content-Security-Policy", POLICY)
        .withHeader("X-Content-Type-Options", "nosniff")
        .withHeader("Cache-Control", "no-store")
        .withBody(bytes("ui/" + name))
        .build();
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = AdminPage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("this jar lacks " + resource + "; build it anew");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
