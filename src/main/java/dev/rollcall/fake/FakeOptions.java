package dev.rollcall.fake;

import dev.rollcall.fake.call.Auth;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.world.Settling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a fake is set up. Never changes: each {@code with} gives a copy that differs in one thing.
 */
public final class FakeOptions implements Cloneable {
  private int port;
  private int users = 1_000;
  private Optional<Path> usersFile = Optional.empty();
  private List<String> faults = List.of();
  private Dialect dialect = Dialect.PASCAL;
  private String bindAddress = "127.0.0.1";
  private Optional<Https> https = Optional.empty();
  private List<String> throttle = List.of();
  private InstantSource clock = InstantSource.system();
  private Auth auth = Auth.LENIENT;
  private boolean workLocation;
  private Duration settle = Duration.ZERO;

  private FakeOptions() {}

  /**
   * A free port on loopback, plain HTTP, 1,000 users, no fault, no limit, the system clock, tokens
   * of any kind, locations where somebody said one, no lag.
   */
  public static FakeOptions defaults() {
    return new FakeOptions();
  }

  /** 0 takes a free one. */
  public int port() {
    return port;
  }

  /**
   * @throws CannotStart if there is no such port
   */
  public FakeOptions withPort(int value) {
    if (value < 0 || value > 65_535) {
      throw new CannotStart("port " + value + " does not exist; give one from 0 (any) to 65535");
    }
    return with(copy -> copy.port = value);
  }

  /** How many, 1 to 1,000,000; does not count when there is a file. */
  public int users() {
    return users;
  }

  /**
   * @throws CannotStart if these are too few or too many
   */
  public FakeOptions withUsers(int value) {
    if (value < 1 || value > 1_000_000) {
      throw new CannotStart(
          "a fake cannot have " + value + " users; give a number from 1 to 1000000");
    }
    return with(copy -> copy.users = value);
  }

  /** One user id a line; the first is the caller of tokens that name nobody. */
  public Optional<Path> usersFile() {
    return usersFile;
  }

  public FakeOptions withUsersFile(Path value) {
    return with(copy -> copy.usersFile = Optional.of(value));
  }

  /** Ids of the faults that are on from the start. */
  public List<String> faults() {
    return faults;
  }

  public FakeOptions withFaults(List<String> value) {
    return with(copy -> copy.faults = List.copyOf(value));
  }

  /** Spelling of values. */
  public Dialect dialect() {
    return dialect;
  }

  public FakeOptions withDialect(Dialect value) {
    return with(copy -> copy.dialect = value);
  }

  /** That the server listens on. */
  public String bindAddress() {
    return bindAddress;
  }

  public FakeOptions withBindAddress(String value) {
    return with(copy -> copy.bindAddress = value);
  }

  /** How it speaks HTTPS, and nothing else; empty for plain HTTP. */
  public Optional<Https> https() {
    return https;
  }

  public FakeOptions withHttps(Https value) {
    return with(copy -> copy.https = Optional.of(value));
  }

  /** Names of the limits that are kept from the start: {@code read-api}, {@code presence}. */
  public List<String> throttle() {
    return throttle;
  }

  public FakeOptions withThrottle(List<String> value) {
    return with(copy -> copy.throttle = List.copyOf(value));
  }

  /** From which the fake's own clock starts and on which it goes on; tokens end by it. */
  public InstantSource clock() {
    return clock;
  }

  public FakeOptions withClock(InstantSource value) {
    return with(copy -> copy.clock = value);
  }

  /** What tokens have to say. */
  public Auth auth() {
    return auth;
  }

  public FakeOptions withAuth(Auth value) {
    return with(copy -> copy.auth = value);
  }

  /** Whether reads say where people work, also while nobody said so. */
  public boolean workLocation() {
    return workLocation;
  }

  public FakeOptions withWorkLocation(boolean value) {
    return with(copy -> copy.workLocation = value);
  }

  /** How long reads lag behind writes, in real time, up to a day. */
  public Duration settle() {
    return settle;
  }

  /**
   * @throws CannotStart if the lag is negative or longer than a day
   */
  public FakeOptions withSettle(Duration value) {
    if (value.isNegative() || value.compareTo(Settling.LONGEST) > 0) {
      throw new CannotStart(
          "reads cannot lag " + value + "; give a delay from PT0S to " + Settling.LONGEST);
    }
    return with(copy -> copy.settle = value);
  }

  // Cloned, because a copy written by hand is one more place that forgets a new option.
  private FakeOptions with(Consumer<FakeOptions> change) {
    try {
      FakeOptions copy = (FakeOptions) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("options are cloneable", e);
    }
  }
}
