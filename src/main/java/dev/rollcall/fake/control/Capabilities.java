package dev.rollcall.fake.control;

import dev.rollcall.fake.call.Auth;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the fake says of itself; also the handshake by which it is known. */
final class Capabilities {
  private Capabilities() {}

  static Map<String, Object> of(World world, Dialect dialect, Auth auth) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("rollcall", "fake");
    all.put("version", version());
    all.put("versions", List.of("v1.0", "beta"));
    all.put(
        "capabilities",
        List.of(
            "READ",
            "WRITE",
            "CLOCK",
            "ME",
            "DELEGATED",
            "APPLICATION",
            "SECOND_APP",
            "SECOND_READER",
            "PERMISSIONS",
            "BATCH",
            "THROTTLE",
            "BETA",
            "LOCATION",
            "OUT_OF_OFFICE"));
    all.put("settle", world.settling().delay().toString());
    all.put("me", world.me().toString());
    all.put("users", world.named().stream().map(Object::toString).toList());
    all.put("dialect", dialect.name().toLowerCase(Locale.ROOT));
    all.put("auth", auth.name().toLowerCase(Locale.ROOT));
    all.put("now", world.clock().instant().toString());
    return all;
  }

  // Written by Maven into the jar; a run from classes has none.
  private static String version() {
    try (InputStream in =
        Capabilities.class.getResourceAsStream(
            "/META-INF/maven/dev.rollcall/rollcall/pom.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "development");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
