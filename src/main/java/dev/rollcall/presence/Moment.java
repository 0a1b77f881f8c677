package dev.rollcall.presence;

import java.time.Instant;

/**
 * What is visible at an instant, since when its stamp holds, and until when it surely stays.
 *
 * @param stamp of the newest visible change; seconds since 2020 unless changes came faster
 * @param from since when exactly this is shown, as far as the facts tell
 * @param until the first instant at which something else may be shown
 */
public record Moment(Visible visible, long stamp, Instant from, Instant until) {

  /** The stamp as it is sent: a letter and ten digits, which sort as text. */
  public String sequenceNumber() {
    String digits = Long.toString(stamp);
    return "A" + "0".repeat(Math.max(0, 10 - digits.length())) + digits;
  }
}
