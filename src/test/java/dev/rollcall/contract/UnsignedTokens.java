package dev.rollcall.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as a {@link Stranger}'s owner would issue them, but for the signature. */
public final class UnsignedTokens {
  /** The calling application. */
  public static final String APP = "5e55104a-0000-4000-8000-000000000001";

  /** Another one. */
  public static final String OTHER_APP = "5e55104a-0000-4000-8000-000000000002";

  private UnsignedTokens() {}

  /** Of an application that may do everything. */
  public static String application(String app) {
    return token(Map.of("appid", app, "roles", permissions(".All")));
  }

  /** Of a user who is signed in to the calling application and permits everything. */
  public static String user(String id) {
    return token(Map.of("appid", APP, "oid", id, "scp", String.join(" ", permissions(""))));
  }

  private static String[] permissions(String suffix) {
    return new String[] {"Presence.Read.All", "Presence.ReadWrite" + suffix};
  }

  static String token(Map<String, Object> claims) {
    return base64("{\"alg\":\"none\"}")
        + "."
        + base64(JsonMapper.shared().writeValueAsString(claims))
        + ".none";
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
