package dev.rollcall.contract.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+)$");

  private final ServerSocket socket;
  private final Behaviour discovery;
  private final Behaviour me;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket socket, Behaviour discovery, Behaviour me) {
    this.socket = socket;
    this.discovery = discovery;
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
    return start(loopback(), NOT_FOUND, me, behaviour);
  }

  /** Whatever is asked, discovery included, has this answer. */
  public static RawServer everywhere(Behaviour behaviour) throws IOException {
    return everywhere(loopback(), behaviour);
  }

  /** The same on a socket of the caller's, such as one of TLS. */
  public static RawServer everywhere(ServerSocket socket, Behaviour behaviour) {
    return start(socket, behaviour, behaviour, behaviour);
  }

  /** Answers what is asked of a fake's control plane. */
  public static RawServer claiming(Behaviour discovery, Behaviour behaviour) throws IOException {
    return start(loopback(), discovery, NOT_FOUND, behaviour);
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static RawServer start(
      ServerSocket socket, Behaviour discovery, Behaviour me, Behaviour behaviour) {
    var server = new RawServer(socket, discovery, me);
    server.threads.execute(() -> server.accept(behaviour));
    return server;
  }

  /** Writes this text and closes the connection. */
  public static Behaviour says(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** How many there were, whatever was asked. */
  public int connections() {
    return connections.get();
  }

  /** Request lines and headers of all requests but those of discovery. */
  public List<String> requests() {
    return requests;
  }

  private void accept(Behaviour behaviour) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.incrementAndGet();
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
      // What is left unread would reset the connection on closing it.
      LENGTH.matcher(request).results().limit(1).forEach(found -> skip(in, found.group(1)));
      if (DISCOVERY.matcher(request).find()) {
        discovery.answer(connection.getOutputStream());
      } else if (request.indexOf("GET /v1.0/me/") >= 0) {
        me.answer(connection.getOutputStream());
      } else {
        requests.add(request.toString());
        behaviour.answer(connection.getOutputStream());
      }
    } catch (IOException | UncheckedIOException e) {
      return; // the client has gone, which is what some tests are about
    }
  }

  private static void skip(BufferedReader in, String characters) {
    try {
      for (long left = Long.parseLong(characters); left > 0; left -= Math.max(1, in.skip(left))) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
