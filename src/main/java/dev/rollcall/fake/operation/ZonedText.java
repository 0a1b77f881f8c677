package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A date and time without offset, and the name of a zone beside it. */
final class ZonedText {
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.9999999Z");

  private ZonedText() {}

  /**
   * The instant that is meant, by IANA or Windows name of the zone.
   *
   * @throws Refused if there is no such day, hour or zone
   */
  static Instant instant(String dateTime, String zone) {
    if (!DATE_TIME.matcher(dateTime).matches()) {
      throw Refused.invalid("DateTime has to look like 2027-01-31T12:00:00, without offset.");
    }
    LocalDateTime local = local(dateTime);
    Instant instant = local.atZone(zone(zone)).toInstant();
    return instant.isAfter(LAST) ? LAST : instant;
  }

  private static LocalDateTime local(String dateTime) {
    try {
      return LocalDateTime.parse(dateTime);
    } catch (DateTimeException e) {
      throw Refused.invalid("DateTime is no day and hour of the calendar.");
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(WindowsZones.iana(name).orElse(name));
    } catch (DateTimeException e) {
      throw Refused.invalid("TimeZone is neither an IANA zone nor a Windows zone known here.");
    }
  }
}
