package dev.rollcall.cli;

import dev.rollcall.target.Settings;
import java.io.PrintStream;

/** One thing that the command line does. */
interface SubCommand {

  /**
   * @param out for what the user asked to see
   * @return the exit code: 0 well, 1 the target deviates, 2 nothing could be said
   */
  int run(Settings settings, PrintStream out);
}
