package dev.rollcall.target;

import java.io.IOException;

/** A forward proxy answered itself, instead of passing the request on. */
public final class ProxyRefusal extends IOException {
  private static final long serialVersionUID = 1;

  /** The one status that no target gives, only a proxy. */
  public static final int CREDENTIALS_WANTED = 407;

  private final int status;

  /**
   * @param status that the proxy answered with
   */
  public ProxyRefusal(int status) {
    super("the proxy answered with status " + status);
    this.status = status;
  }

  int status() {
    return status;
  }
}
