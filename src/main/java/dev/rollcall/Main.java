package dev.rollcall;

import dev.rollcall.cli.Cli;

/** Hands over to the command line. */
public final class Main {
  private Main() {}

  /**
   * Ends the process with the exit code of the sub-command.
   *
   * @param args the sub-command and its options
   */
  public static void main(String[] args) {
    System.exit(new Cli(System.out, System.err).run(args));
  }
}
