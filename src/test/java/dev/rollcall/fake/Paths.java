package dev.rollcall.fake;

import java.util.Map;

/** Paths of the service, by the names of users. */
public final class Paths {
  public static final String BATCH = "/v1.0/communications/getPresencesByUserId";

  public static final String BUNDLE = "/v1.0/$batch";

  private Paths() {}

  static String presence(String name, Map<String, String> users) {
    return name.equals("me")
        ? "/v1.0/me/presence"
        : "/v1.0/users/" + users.getOrDefault(name, name) + "/presence";
  }
}
