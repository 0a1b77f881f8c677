package dev.rollcall.load;

/** What is done when the process is told to end, by Ctrl-C or otherwise, unless closed before. */
final class Ending implements AutoCloseable {
  private final Thread hook;

  /**
   * @throws IllegalStateException if the process is ending already
   */
  Ending(Runnable deed) {
    hook = new Thread(deed, "rollcall-load-ends");
    Runtime.getRuntime().addShutdownHook(hook);
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
