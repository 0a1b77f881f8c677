package dev.rollcall.load;

import dev.rollcall.simulation.PresenceLookupSimulation;
import dev.rollcall.target.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/** The simulation on a target that is there when it is opened, and gone when the load begins. */
public final class GoneSimulation extends PresenceLookupSimulation {
  /** Property: what becomes of the target. */
  static final String HOW = "gone.how";

  /** Property: where the result goes. */
  static final String FOLDER = "gone.folder";

  /** What becomes of the target. */
  enum How {
    /** Its port is closed: connections are refused. */
    CLOSED {
      @Override
      void takeOver(int port) {}
    },
    /** The system accepts connections to its port, and nobody answers. */
    SILENT {
      @Override
      void takeOver(int port) throws IOException {
        var listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        // Lives as long as this JVM, which ends with the run.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(listening)));
      }
    };

    abstract void takeOver(int port) throws IOException;

    private static void close(ServerSocket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public GoneSimulation() {
    super(open());
  }

  private static LoadRun open() {
    Map<Setting, String> settings =
        Map.of(
            Setting.RATE, "10",
            Setting.BATCH, "2",
            Setting.DURATION, "1s",
            Setting.OUT, System.getProperty(FOLDER));
    LoadRun run;
    try (StandIn target = StandIn.ofOurFake(5)) {
      run = LoadRun.open(target.settings(settings));
    }
    try {
      How.valueOf(System.getProperty(HOW)).takeOver(URI.create(run.root()).getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run;
  }
}
