package dev.rollcall.target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;

/**
 * A forward proxy: CONNECT for https, absolute addresses for http. Whatever host is asked for, it
 * leads to this machine, so that names serve that nobody else knows.
 */
public final class ForwardProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool(ForwardProxy::daemon);
  private final List<String> passed = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final IntUnaryOperator port;

  private ForwardProxy(IntUnaryOperator port) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = port;
    threads.execute(this::accept);
  }

  /**
   * One that passes everything on to one port, whatever is asked for.
   *
   * @param port by the number of the connection, from 0; below 0, the status to refuse with
   */
  public static ForwardProxy to(IntUnaryOperator port) throws IOException {
    return new ForwardProxy(port);
  }

  /** One that answers everything with this status itself. */
  public static ForwardProxy refusing(int status) throws IOException {
    return new ForwardProxy(number -> -status);
  }

  /** As {@code targets.conf} wants it. */
  public String address() {
    return "http://" + place();
  }

  /** Host and port. */
  public String place() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** The request lines of what it was asked to pass on, without the protocol. */
  public List<String> passed() {
    return passed;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      String[] line = head.lines().findFirst().orElseThrow().split(" ");
      int number;
      synchronized (passed) {
        number = passed.size();
        passed.add(line[0] + " " + line[1]);
      }
      int chosen = port.applyAsInt(number);
      if (chosen < 0) {
        write(
            client.getOutputStream(),
            "HTTP/1.1 " + -chosen + " No\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        return;
      }
      try (Socket target = new Socket(InetAddress.getLoopbackAddress(), chosen)) {
        open.add(target);
        if (line[0].equals("CONNECT")) {
          write(client.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
        } else {
          write(target.getOutputStream(), originForm(head, line[1]));
        }
        threads.execute(() -> pipe(client, target));
        pipe(target, client);
      }
    } catch (IOException e) {
      // Either side may end a connection when it likes.
    }
  }

  /** As the server wants it, and ended after one exchange: the next may be for another server. */
  private static String originForm(String head, String address) {
    URI uri = URI.create(address);
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return head.replaceFirst(" \\S+ ", " " + Matcher.quoteReplacement(path) + " ")
        .replaceAll("(?i)\r\n(proxy-)?connection: [^\r]*", "")
        .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // Either side may end a connection when it likes.
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forward-proxy");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
