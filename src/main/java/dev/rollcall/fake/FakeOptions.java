package dev.rollcall.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a fake is set up.
 *
 * @param port 0 takes a free one
 * @param users how many, 1 to 1,000,000; does not count when there is a file
 * @param usersFile one user id a line; the first is the caller of tokens that name nobody
 * @param faults ids of the faults that are on from the start
 * @param dialect spelling of values
 * @param bindAddress that the server listens on
 * @param throttle names of the limits that are kept from the start: {@code read-api}, {@code
 *     presence}
 * @param clock from which the fake's own clock starts and on which it goes on; tokens end by it
 * @param auth what tokens have to say
 * @param workLocation whether reads say where people work, also while nobody said so
 * @param settle how long reads lag behind writes, in real time, up to a day
 */
public record FakeOptions(
    int port,
    int users,
    Optional<Path> usersFile,
    List<String> faults,
    Dialect dialect,
    String bindAddress,
    List<String> throttle,
    InstantSource clock,
    Auth auth,
    boolean workLocation,
    Duration settle) {

  /**
   * @throws CannotStart if port, number of users or lag lies outside its range
   */
  public FakeOptions {
    if (port < 0 || port > 65_535) {
      throw new CannotStart("port " + port + " does not exist; give one from 0 (any) to 65535");
    }
    if (users < 1 || users > 1_000_000) {
      throw new CannotStart(
          "a fake cannot have " + users + " users; give a number from 1 to 1000000");
    }
    if (settle.isNegative() || settle.compareTo(Settling.LONGEST) > 0) {
      throw new CannotStart(
          "reads cannot lag " + settle + "; give a delay from PT0S to " + Settling.LONGEST);
    }
    faults = List.copyOf(faults);
    throttle = List.copyOf(throttle);
  }

  /**
   * A free port on loopback, 1,000 users, no fault, no limit, the system clock, tokens of any kind,
   * locations where somebody said one, no lag.
   */
  public static FakeOptions defaults() {
    return new FakeOptions(
        0,
        1_000,
        Optional.empty(),
        List.of(),
        Dialect.PASCAL,
        "127.0.0.1",
        List.of(),
        InstantSource.system(),
        Auth.LENIENT,
        false,
        Duration.ZERO);
  }

  public FakeOptions withPort(int value) {
    return new FakeOptions(
        value,
        users,
        usersFile,
        faults,
        dialect,
        bindAddress,
        throttle,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withUsers(int value) {
    return new FakeOptions(
        port,
        value,
        usersFile,
        faults,
        dialect,
        bindAddress,
        throttle,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withUsersFile(Path value) {
    return new FakeOptions(
        port,
        users,
        Optional.of(value),
        faults,
        dialect,
        bindAddress,
        throttle,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withFaults(List<String> value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        value,
        dialect,
        bindAddress,
        throttle,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withDialect(Dialect value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        faults,
        value,
        bindAddress,
        throttle,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withBindAddress(String value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        faults,
        dialect,
        value,
        throttle,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withThrottle(List<String> value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        faults,
        dialect,
        bindAddress,
        value,
        clock,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withClock(InstantSource value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        faults,
        dialect,
        bindAddress,
        throttle,
        value,
        auth,
        workLocation,
        settle);
  }

  public FakeOptions withAuth(Auth value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        faults,
        dialect,
        bindAddress,
        throttle,
        clock,
        value,
        workLocation,
        settle);
  }

  public FakeOptions withWorkLocation(boolean value) {
    return new FakeOptions(
        port, users, usersFile, faults, dialect, bindAddress, throttle, clock, auth, value, settle);
  }

  public FakeOptions withSettle(Duration value) {
    return new FakeOptions(
        port,
        users,
        usersFile,
        faults,
        dialect,
        bindAddress,
        throttle,
        clock,
        auth,
        workLocation,
        value);
  }
}
