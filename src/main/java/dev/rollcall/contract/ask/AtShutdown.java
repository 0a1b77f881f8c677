package dev.rollcall.contract.ask;

/** What is done when the process is told to end, by Ctrl-C or otherwise, unless closed before. */
public final class AtShutdown implements AutoCloseable {
  private final Thread hook;

  private AtShutdown(Thread hook) {
    this.hook = hook;
  }

  /**
   * @throws IllegalStateException if the process is ending already
   */
  public static AtShutdown run(String name, Runnable deed) {
    Thread hook = new Thread(deed, name);
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtShutdown(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the deed is being done
    }
  }
}
