package dev.rollcall.contract.wire;

import java.io.IOException;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.http.protocol.HttpContext;

/**
 * TLS as the JDK's own client speaks it: a certificate has to name the host by the same rule, and a
 * handshake has to end in time, in a proxy's tunnel as elsewhere.
 */
@SuppressWarnings("deprecation") // REST Assured is built on this generation of the client
final class GuardedTls extends org.apache.http.conn.ssl.SSLSocketFactory {
  private final Function<Runnable, ScheduledFuture<?>> inTime;

  /**
   * @param context empty for the JDK's own
   * @param inTime is given what ends a handshake, to be run at the deadline
   */
  GuardedTls(Optional<SSLContext> context, Function<Runnable, ScheduledFuture<?>> inTime) {
    super(context.orElseGet(GuardedTls::usual), BROWSER_COMPATIBLE_HOSTNAME_VERIFIER);
    this.inTime = inTime;
  }

  private static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java speaks no TLS", e);
    }
  }

  @Override
  protected void prepareSocket(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
  }

  /** Every connection passes here, once it stands. */
  @Override
  public Socket createLayeredSocket(Socket socket, String host, int port, HttpContext context)
      throws IOException {
    ScheduledFuture<?> deadline = inTime.apply(() -> drop(socket));
    try {
      return super.createLayeredSocket(socket, host, port, context);
    } finally {
      deadline.cancel(false);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The handshake ends all the same, and that is what was wanted.
      org.slf4j.LoggerFactory.getLogger(GuardedTls.class).debug("while closing a socket", e);
    }
  }
}
