package dev.rollcall.fake.call;

import java.util.Optional;
import java.util.stream.Stream;

/** The versions of the service, which differ in their paths alone. */
public enum Version {
  V1("v1.0"),
  BETA("beta");

  private final String text;
  private final String root;

  Version(String text) {
    this.text = text;
    this.root = "/" + text + "/";
  }

  /** As it is written in paths. */
  public String text() {
    return text;
  }

  /** What every path below it begins with. */
  String root() {
    return root;
  }

  /** What every context of its answers begins with. */
  public String metadata() {
    return "https://graph.microsoft.com/" + text + "/$metadata#";
  }

  /** The version below whose root a path lies. */
  public static Optional<Version> of(String path) {
    return Stream.of(values()).filter(each -> path.startsWith(each.root)).findFirst();
  }
}
