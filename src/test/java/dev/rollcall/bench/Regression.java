package dev.rollcall.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjIntConsumer;

/** What becomes worse in a service, and in which words load has to say so. */
public enum Regression {
  P99_DOUBLED(
      "p99 doubled, p50 as before",
      LoadProfile.LOOKUPS,
      "p99",
      (fake, seconds) -> fake.lognormalLatency(Regression.MEDIAN, Regression.DOUBLED_SIGMA)),
  ERRORS(
      "1 % of answers are 500",
      LoadProfile.LOOKUPS,
      "errors",
      (fake, seconds) -> fake.fault("getPresencesByUserId-server-error", 0.01)),
  ANOTHER_ID(
      "0.1 % of single answers are another user's",
      LoadProfile.SINGLES,
      "exactly the asked ids",
      (fake, seconds) -> fake.fault("getPresence-id-of-another", 0.001)),
  /** The id is right, the presence is not: only who knows what it has to be can notice. */
  ANOTHER_STATE(
      "0.1 % of single answers show another user's state under the asked id",
      LoadProfile.OWN,
      "exactly the asked ids",
      (fake, seconds) -> fake.fault("users-shows-another-user", 0.001)),
  LIMIT(
      "a limit refuses what comes in the second half",
      LoadProfile.LOOKUPS,
      "throttled",
      (fake, seconds) ->
          fake.readLimit(
              Regression.READ_LIMIT
                  - LoadProfile.LOOKUPS.perSecond() * (LoadProfile.WARM_UP + seconds / 2))),
  CAP(
      "some 40 a second are answered at most",
      LoadProfile.LOOKUPS,
      "reached rate",
      (fake, seconds) -> fake.fixedLatency(Regression.MILLIS_FOR_40_A_SECOND)),
  DRIFT("answers become slower by 1 % each second", LoadProfile.LOOKUPS, "no drift", 60) {
    @Override
    void during(LoadedFake fake, int seconds) {
      for (int second = 1; second < seconds; second++) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        fake.lognormalLatency(MEDIAN * (1 + DECLINE * second), SIGMA);
      }
    }
  },
  STALL("nothing is answered for 2 s", LoadProfile.LOOKUPS, "no stall", 20) {
    @Override
    void during(LoadedFake fake, int seconds) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds) / 2);
      fake.stop();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
      fake.goOn();
    }
  };

  private static final double MEDIAN = 60;
  private static final double SIGMA = 0.4; // a p99 of 152 ms
  private static final double DOUBLED_SIGMA = 0.698; // of 304 ms
  private static final double DECLINE = 0.01;
  private static final int READ_LIMIT = 1_500;
  private static final int MILLIS_FOR_40_A_SECOND = 440;

  private final String text;
  private final LoadProfile profile;
  private final String told;
  private final int seconds;
  private final ObjIntConsumer<LoadedFake> injection;

  Regression(String text, LoadProfile profile, String told, ObjIntConsumer<LoadedFake> injection) {
    this.text = text;
    this.profile = profile;
    this.told = told;
    this.seconds = profile.seconds();
    this.injection = injection;
  }

  Regression(String text, LoadProfile profile, String told, int seconds) {
    this.text = text;
    this.profile = profile;
    this.told = told;
    this.seconds = seconds;
    this.injection = (fake, length) -> {};
  }

  /** What is measured of a healthy service. */
  static void healthy(LoadedFake fake, LoadProfile profile) {
    fake.reset();
    if (profile == LoadProfile.LOOKUPS) {
      fake.lognormalLatency(MEDIAN, SIGMA);
    }
  }

  /** As people call it. */
  public String text() {
    return text;
  }

  LoadProfile profile() {
    return profile;
  }

  /** A part of the reason for which a run has to have failed. */
  String told() {
    return told;
  }

  /** How long it takes to show. */
  public int seconds() {
    return seconds;
  }

  /**
   * Before anybody asks.
   *
   * @param seconds of the run that is to come
   */
  void inject(LoadedFake fake, int seconds) {
    healthy(fake, profile);
    injection.accept(fake, seconds);
  }

  /** From the end of the warm-up. */
  void during(LoadedFake fake, int seconds) {}
}
