package dev.rollcall.fake.world;

import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.Locations;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.Preference;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Session;
import dev.rollcall.presence.Stamps;
import dev.rollcall.presence.StatusMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What the people of the default world are doing: documented pairs, the same for one id in every
 * run, without end.
 */
final class SeededPresences {
  private static final String CLIENT = "signed-in client";
  private static final int DAY = 86_400;
  private static final List<Pair> SESSIONS =
      List.of(
          new Pair(Availability.BUSY, Activity.IN_A_MEETING),
          new Pair(Availability.BUSY, Activity.IN_A_CALL),
          new Pair(Availability.BUSY, Activity.IN_A_CONFERENCE_CALL),
          new Pair(Availability.DO_NOT_DISTURB, Activity.PRESENTING),
          new Pair(Availability.AWAY, Activity.AWAY));
  // Available only as a preference: a session of it would fade.
  private static final List<Pair> PREFERENCES =
      List.of(
          new Pair(Availability.AVAILABLE, Activity.AVAILABLE),
          new Pair(Availability.AVAILABLE, Activity.AVAILABLE),
          new Pair(Availability.BUSY, Activity.BUSY),
          new Pair(Availability.DO_NOT_DISTURB, Activity.DO_NOT_DISTURB),
          new Pair(Availability.BE_RIGHT_BACK, Activity.BE_RIGHT_BACK),
          new Pair(Availability.OFFLINE, Activity.OFF_WORK));
  private static final List<String> MESSAGES =
      List.of("Working from home", "Back at two", "Ask me anything", "At the \"harbour\" office");

  private SeededPresences() {}

  static Presence of(UUID id, Instant now) {
    SplittableRandom random =
        new SplittableRandom(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    Instant since = now.minusSeconds(random.nextInt(DAY));
    boolean signedIn = random.nextInt(10) > 0;
    boolean prefers = random.nextInt(10) < 6;
    Pair doing = pick(SESSIONS, random);
    Pair wanted = pick(PREFERENCES, random);
    boolean speaks = random.nextInt(5) == 0;
    String message = pick(MESSAGES, random);
    boolean out = random.nextInt(12) == 0;
    return new Presence(
        signedIn ? List.of(new Session(CLIENT, doing, since, Instant.MAX)) : List.of(),
        prefers ? Optional.of(new Preference(wanted, Instant.MAX)) : Optional.empty(),
        speaks
            ? Optional.of(
                new StatusMessage(message, since.truncatedTo(ChronoUnit.DAYS), Optional.empty()))
            : Optional.empty(),
        out ? new OutOfOffice(true, Optional.of("Out until Monday")) : OutOfOffice.NO,
        Locations.UNTOUCHED,
        Stamps.seconds(since),
        since);
  }

  private static <T> T pick(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
