package dev.rollcall.fake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a fake is started.
 *
 * @param port 0 for a free one
 * @param bindAddress the address to listen on
 * @param users how many to make from a seed
 * @param usersFile ids of the users instead, one a line
 * @param dialect how presence values are spelled
 * @param faults ids of the promises to break
 * @param time runs under the fake's clock, which can be moved forward
 */
public record FakeOptions(
    int port,
    String bindAddress,
    int users,
    Optional<Path> usersFile,
    Dialect dialect,
    List<String> faults,
    InstantSource time) {

  /** How presence values are spelled: as on the wire, or as resource pages print them. */
  public enum Dialect {
    PASCAL,
    DOCUMENTED
  }

  /** A free port on loopback, 1,000 users, no fault. */
  public static FakeOptions defaults() {
    return new FakeOptions(
        0, "127.0.0.1", 1_000, Optional.empty(), Dialect.PASCAL, List.of(), InstantSource.system());
  }

  public FakeOptions withPort(int number) {
    return new FakeOptions(number, bindAddress, users, usersFile, dialect, faults, time);
  }

  public FakeOptions withBindAddress(String address) {
    return new FakeOptions(port, address, users, usersFile, dialect, faults, time);
  }

  public FakeOptions withUsers(int count) {
    return new FakeOptions(port, bindAddress, count, usersFile, dialect, faults, time);
  }

  public FakeOptions withUsersFile(Path file) {
    return new FakeOptions(port, bindAddress, users, Optional.of(file), dialect, faults, time);
  }

  public FakeOptions withDialect(Dialect spelling) {
    return new FakeOptions(port, bindAddress, users, usersFile, spelling, faults, time);
  }

  public FakeOptions withFaults(List<String> ids) {
    return new FakeOptions(port, bindAddress, users, usersFile, dialect, List.copyOf(ids), time);
  }

  public FakeOptions withTime(InstantSource source) {
    return new FakeOptions(port, bindAddress, users, usersFile, dialect, faults, source);
  }
}
