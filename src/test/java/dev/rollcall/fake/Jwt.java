package dev.rollcall.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON Web Tokens that nobody signed. */
public final class Jwt {
  private Jwt() {}

  public static String of(String claims) {
    return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(claims) + ".unsigned";
  }

  /** Of a signed-in user. */
  static String delegated(String oid, String scopes) {
    return of("{\"oid\":\"%s\",\"scp\":\"%s\"}".formatted(oid, scopes));
  }

  /** Of a program in its own name. */
  static String application(String role) {
    return of("{\"roles\":[\"%s\"]}".formatted(role));
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
