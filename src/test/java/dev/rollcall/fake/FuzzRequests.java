package dev.rollcall.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Requests that are HTTP, and otherwise anything. */
final class FuzzRequests {
  static final List<String> ACTIONS =
      List.of(
          "setPresence",
          "clearPresence",
          "setUserPreferredPresence",
          "clearUserPreferredPresence",
          "setStatusMessage",
          "setManualLocation",
          "setAutomaticLocation",
          "clearLocation",
          "clearAutomaticLocation");

  private static final List<String> METHODS =
      List.of(
          "GET",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "HEAD",
          "OPTIONS",
          "TRACE",
          "get",
          "PROPFIND",
          "X-Y_Z");
  private static final List<String> SUBJECTS =
      List.of("clock", "users", "location", "out-of-office", "settle", "throttle", "faults", "odd");
  private static final List<String> ODD_IDS =
      List.of(
          "me",
          "%00",
          "%2e%2e",
          "%2F",
          "a%2Fb",
          "%",
          "%zz",
          "%c0%af",
          "%ed%a0%80",
          "..",
          ".",
          ";a=b",
          "%3B",
          "%25",
          "\\",
          "*",
          "'x'",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "é",
          "x".repeat(4_000));
  private static final List<String> TOKENS =
      List.of(
          "Basic eDp5",
          "Bearer",
          "Bearer  ",
          "bearer opaque",
          "Bearer a.b.c",
          "Bearer ..",
          "Bearer é.é.é",
          jwt("{\"scp\":\"Presence.Read\"}"),
          jwt("{\"scp\":[],\"roles\":7,\"oid\":{},\"exp\":1e400}"),
          jwt("{\"roles\":[\"Presence.ReadWrite.All\",null,3],\"exp\":\"never\",\"appid\":\"x\"}"),
          jwt("{\"scp\":\"Presence.ReadWrite\",\"oid\":\"no guid\",\"exp\":-99999999999999}"),
          jwt("{\"tid\":\"9188040d-6c67-4c5b-b112-36a304b66dad\"}"),
          jwt("{\"appid\":\"\\ud800\",\"tid\":\"\\udfff\"}"),
          jwt("[".repeat(2_000)));
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/json; charset=utf-16",
          "application/json;;;=",
          "APPLICATION/JSON",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "multipart/mixed; boundary=\"",
          ";",
          "é");
  private static final List<String> EXTRAS =
      List.of(
          "Content-Encoding: gzip",
          "Content-Encoding: br",
          "Accept-Encoding: gzip;q=x",
          "Accept: nothing/*;q=2",
          "Range: bytes=5-1",
          "Expect: 100-continue",
          "If-None-Match: *",
          "client-request-id: é",
          "client-request-id: \"\\\t",
          "client-request-id: ",
          "Cookie: a=\"b; =;;",
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-For: ,,,",
          "Forwarded: for=_x;;",
          "Prefer: respond-async",
          "Origin: null",
          "Upgrade: h2c",
          "x: " + "y".repeat(3_000));

  private final SplittableRandom random;
  private final List<String> users;
  private final FuzzBodies bodies;

  FuzzRequests(SplittableRandom random, List<String> users) {
    this.random = random;
    this.users = users;
    this.bodies = new FuzzBodies(random, users);
  }

  /**
   * One request.
   *
   * @param bytes all of it
   */
  record Sent(String method, String target, byte[] bytes) {

    boolean served() {
      return target.matches("/(v1\\.0|beta)(/.*)?");
    }

    /** What can be said of it on a screen. */
    String shown() {
      String text = new String(bytes, 0, Math.min(bytes.length, 3_000), StandardCharsets.UTF_8);
      return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", ".");
    }
  }

  Sent next() {
    String root = random.nextInt(4) == 0 ? "/beta" : "/v1.0";
    String user = pick(users);
    return switch (random.nextInt(10)) {
      case 0 -> sent("GET", root + "/users/" + user + "/presence", new byte[0]);
      case 1 -> sent("GET", root + "/me/presence", bodies.action());
      case 2, 3 -> sent("POST", root + "/communications/getPresencesByUserId", bodies.ids());
      case 4, 5 -> sent("POST", root + "/$batch", bodies.bundle(2));
      case 6 -> admin();
      default ->
          sent("POST", root + "/users/" + user + "/presence/" + pick(ACTIONS), bodies.action());
    };
  }

  private Sent admin() {
    String target = "/__admin/presence/" + pick(SUBJECTS);
    return sent(pick(List.of("GET", "PUT", "POST")), target, bodies.action());
  }

  private Sent sent(String usual, String path, byte[] body) {
    String method = random.nextInt(8) == 0 ? pick(METHODS) : usual;
    String target = target(path);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 500);
    out.writeBytes(head(method, target).getBytes(StandardCharsets.UTF_8));
    if (random.nextInt(10) == 0) {
      chunked(out, body);
    } else {
      line(out, "Content-Length: " + body.length);
      line(out, "");
      out.writeBytes(body);
    }
    return new Sent(method, target, out.toByteArray());
  }

  private String target(String path) {
    return switch (random.nextInt(24)) {
      case 0 -> path.replaceFirst("[0-9a-f-]{36}", pickQuoted());
      case 1 -> path + "/" + pick(ODD_IDS);
      case 2 -> path + "?" + pick(ODD_IDS);
      case 3 -> path + "?$select=id&$select=&=&&a=%ff";
      case 4 -> path.replace("/presence", "//presence");
      case 5 -> path.toUpperCase(Locale.ROOT);
      case 6 -> path.replace("e", "%65");
      case 7 -> path + "/";
      case 8 -> path.substring(0, 1 + random.nextInt(path.length()));
      case 9 -> path.replace("presence", "presence;v=1");
      case 10 -> path.replace("$", "%24");
      default -> path;
    };
  }

  private String pickQuoted() {
    return pick(ODD_IDS).replace("\\", "\\\\").replace("$", "\\$");
  }

  private String head(String method, String target) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: fake\r\n");
    if (random.nextInt(8) > 0) {
      head.append("Authorization: Bearer opaque\r\n");
    } else if (random.nextInt(4) > 0) {
      head.append("Authorization: ").append(pick(TOKENS)).append("\r\n");
    }
    if (random.nextInt(8) > 0) {
      head.append("Content-Type: application/json\r\n");
    } else if (random.nextInt(4) > 0) {
      head.append("Content-Type: ").append(pick(TYPES)).append("\r\n");
    }
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      head.append(pick(EXTRAS)).append("\r\n");
    }
    return head.toString();
  }

  private void chunked(ByteArrayOutputStream out, byte[] body) {
    line(out, "Transfer-Encoding: chunked");
    line(out, "");
    int at = 0;
    while (at < body.length) {
      int size = Math.min(body.length - at, 1 + random.nextInt(100_000));
      line(out, Integer.toHexString(size));
      out.write(body, at, size);
      line(out, "");
      at += size;
    }
    line(out, "0");
    line(out, "");
  }

  private static void line(ByteArrayOutputStream out, String line) {
    out.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String jwt(String claims) {
    return "Bearer e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".";
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
