package dev.rollcall.fake;

import java.time.ZoneId;
import java.util.Map;

/**
 * Zones by the names that callers use: those of Windows that are most in use, and all that Java
 * knows.
 */
final class TimeZones {
  private static final Map<String, String> WINDOWS =
      Map.ofEntries(
          Map.entry("UTC", "UTC"),
          Map.entry("Greenwich Standard Time", "Atlantic/Reykjavik"),
          Map.entry("GMT Standard Time", "Europe/London"),
          Map.entry("W. Europe Standard Time", "Europe/Berlin"),
          Map.entry("Central Europe Standard Time", "Europe/Budapest"),
          Map.entry("Central European Standard Time", "Europe/Warsaw"),
          Map.entry("Romance Standard Time", "Europe/Paris"),
          Map.entry("E. Europe Standard Time", "Europe/Chisinau"),
          Map.entry("FLE Standard Time", "Europe/Kiev"),
          Map.entry("GTB Standard Time", "Europe/Bucharest"),
          Map.entry("Russian Standard Time", "Europe/Moscow"),
          Map.entry("Turkey Standard Time", "Europe/Istanbul"),
          Map.entry("Israel Standard Time", "Asia/Jerusalem"),
          Map.entry("Arabian Standard Time", "Asia/Dubai"),
          Map.entry("India Standard Time", "Asia/Kolkata"),
          Map.entry("China Standard Time", "Asia/Shanghai"),
          Map.entry("Singapore Standard Time", "Asia/Singapore"),
          Map.entry("Tokyo Standard Time", "Asia/Tokyo"),
          Map.entry("Korea Standard Time", "Asia/Seoul"),
          Map.entry("AUS Eastern Standard Time", "Australia/Sydney"),
          Map.entry("New Zealand Standard Time", "Pacific/Auckland"),
          Map.entry("South Africa Standard Time", "Africa/Johannesburg"),
          Map.entry("E. South America Standard Time", "America/Sao_Paulo"),
          Map.entry("Atlantic Standard Time", "America/Halifax"),
          Map.entry("Eastern Standard Time", "America/New_York"),
          Map.entry("Central Standard Time", "America/Chicago"),
          Map.entry("Mountain Standard Time", "America/Denver"),
          Map.entry("US Mountain Standard Time", "America/Phoenix"),
          Map.entry("Pacific Standard Time", "America/Los_Angeles"),
          Map.entry("Alaskan Standard Time", "America/Anchorage"),
          Map.entry("Hawaiian Standard Time", "Pacific/Honolulu"));

  private TimeZones() {}

  /**
   * @throws java.time.DateTimeException if nobody knows the name
   */
  static ZoneId of(String name) {
    return ZoneId.of(WINDOWS.getOrDefault(name, name));
  }
}
