package dev.rollcall.contract.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A server that writes whatever bytes it is told to, valid HTTP or not. Handshake and {@code /me}
 * are answered with 404.
 */
public final class RawServer implements AutoCloseable {

  /** What to do with a connection once the request has been read. */
  public interface Behaviour {
    void answer(OutputStream out) throws IOException;
  }

  private static final Behaviour NOT_FOUND =
      says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

  /** What is asked of every target before the run: for a fake's handshake, for more than v1.0. */
  private static final Pattern DISCOVERY = Pattern.compile("/__admin/| /beta/|/\\$batch");

  private final ServerSocket socket;
  private final Behaviour me;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket socket, Behaviour me) {
    this.socket = socket;
    this.me = me;
  }

  /** Nobody is signed in. */
  public static RawServer start(Behaviour behaviour) throws IOException {
    return start(behaviour, NOT_FOUND);
  }

  /**
   * @param me answers what is asked of {@code /me/presence}
   */
  public static RawServer start(Behaviour behaviour, Behaviour me) throws IOException {
    var server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), me);
    server.threads.execute(() -> server.accept(behaviour));
    return server;
  }

  /** Writes this text and closes the connection. */
  public static Behaviour says(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Request lines and headers of all requests but those of discovery. */
  public List<String> requests() {
    return requests;
  }

  private void accept(Behaviour behaviour) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection, behaviour));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection, Behaviour behaviour) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      var request = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        request.append(line).append('\n');
      }
      if (DISCOVERY.matcher(request).find()) {
        NOT_FOUND.answer(connection.getOutputStream());
      } else if (request.indexOf("GET /v1.0/me/") >= 0) {
        me.answer(connection.getOutputStream());
      } else {
        requests.add(request.toString());
        behaviour.answer(connection.getOutputStream());
      }
    } catch (IOException e) {
      return; // the client has gone, which is what some tests are about
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
