package dev.rollcall.fake;

import java.util.regex.Pattern;

/** Tells ids of users from anything else. */
final class Guids {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Guids() {}

  static boolean isGuid(String text) {
    return GUID.matcher(text).matches();
  }
}
