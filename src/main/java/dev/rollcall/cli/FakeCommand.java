package dev.rollcall.cli;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Https;
import dev.rollcall.fake.PresenceFake;
import dev.rollcall.fake.call.Auth;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.target.InvalidSetting;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code fake}: serves a fake presence API until the process is told to end. */
final class FakeCommand implements SubCommand {
  private static final String ANY_PORT = "0";
  private static final String PAGE = "/__admin/presence/ui";
  private static final double MOST_USERS = 1_000_000;
  private static final Duration LONGEST_SETTLE = Duration.ofDays(1);

  @Override
  public int run(Settings settings, PrintStream out) {
    FakeOptions options = options(settings);
    Optional<PortFile> portFile = path(settings, Setting.PORT_FILE).map(PortFile::emptied);
    PresenceFake fake = PresenceFake.start(options);
    Runnable stop =
        () -> {
          try {
            portFile.ifPresent(PortFile::remove);
          } finally {
            fake.close();
          }
        };
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  stopped.countDown();
                },
                "rollcall-stop"));
    try {
      portFile.ifPresent(file -> file.write(fake.port()));
    } catch (InvalidSetting e) {
      fake.close();
      throw e;
    }
    out.println("fake listening on " + fake.baseUrl());
    out.println("page " + fake.baseUrl() + PAGE);
    fake.certificate().ifPresent(file -> out.println("certificate " + file));
    fake.namedUsers().forEach(id -> out.println("user " + id));
    out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      // First, since an interrupted thread cannot wait for the server to stop.
      stop.run();
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static FakeOptions options(Settings settings) {
    FakeOptions options =
        FakeOptions.defaults()
            .withFaults(settings.list(Setting.FAULT))
            .withThrottle(settings.list(Setting.THROTTLE));
    // 0 is how others ask for a free one, too.
    if (settings.value(Setting.PORT).filter(port -> !port.equals(ANY_PORT)).isPresent()) {
      options = options.withPort(settings.number(Setting.PORT, 65_535).orElseThrow().intValue());
    }
    Optional<String> address = settings.value(Setting.BIND);
    if (address.isPresent()) {
      options = options.withBindAddress(address.get());
    }
    return https(settings, users(settings, options))
        .withDialect(dialect(settings))
        .withAuth(auth(settings))
        .withWorkLocation(settings.flag(Setting.WORK_LOCATION))
        .withSettle(settings.duration(Setting.SETTLE, LONGEST_SETTLE).orElse(Duration.ZERO));
  }

  /** A number makes so many users, anything else names a file. */
  private static FakeOptions users(Settings settings, FakeOptions options) {
    Optional<String> users = settings.value(Setting.USERS);
    if (users.isEmpty()) {
      return options;
    }
    return users.get().matches("\\d+")
        ? options.withUsers(settings.number(Setting.USERS, MOST_USERS).orElseThrow().intValue())
        : options.withUsersFile(Path.of(users.get()));
  }

  private static FakeOptions https(Settings settings, FakeOptions options) {
    if (settings.flag(Setting.HTTPS)) {
      return options.withHttps(
          new Https(path(settings, Setting.CERTIFICATE), path(settings, Setting.CLIENT_CA)));
    }
    for (Setting setting : List.of(Setting.CERTIFICATE, Setting.CLIENT_CA)) {
      settings
          .value(setting)
          .ifPresent(
              file -> {
                throw Settings.invalid(
                    setting, file, "it is for HTTPS only; add " + Setting.HTTPS.option());
              });
    }
    return options;
  }

  private static Optional<Path> path(Settings settings, Setting setting) {
    return settings.value(setting).map(Path::of);
  }

  private static Auth auth(Settings settings) {
    String name = settings.value(Setting.AUTH).orElse("lenient");
    return switch (name) {
      case "lenient" -> Auth.LENIENT;
      case "strict" -> Auth.STRICT;
      default -> throw Settings.invalid(Setting.AUTH, name, "give lenient or strict");
    };
  }

  private static Dialect dialect(Settings settings) {
    String name = settings.value(Setting.DIALECT).orElse("pascal");
    return switch (name) {
      case "pascal" -> Dialect.PASCAL;
      case "documented" -> Dialect.DOCUMENTED;
      default -> throw Settings.invalid(Setting.DIALECT, name, "give pascal or documented");
    };
  }
}
