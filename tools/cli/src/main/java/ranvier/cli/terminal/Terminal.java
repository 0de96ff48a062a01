package ranvier.cli.terminal;

import java.io.PrintStream;

/**
 * What the launcher knows about standard error and Java does not: whether a person looks at it, and how wide it is. The
 * launcher sets the system property {@code ranvier.columns} if and only if standard error is a terminal.
 */
public final class Terminal {
  private static final String COLUMNS = "ranvier.columns";
  private static final int DEFAULT_COLUMNS = 80;
  private static final String UP_AND_ERASE = "\033[1A\033[2K\r";

  private Terminal() {}

  /** Columns of the terminal behind standard error; 0 if it is none. */
  public static int columns() {
    String text = System.getProperty(COLUMNS);
    if (text == null) {
      return 0;
    }
    try {
      int columns = Integer.parseInt(text);
      return columns > 0 ? columns : DEFAULT_COLUMNS;
    } catch (NumberFormatException unknown) {
      return DEFAULT_COLUMNS;
    }
  }

  /**
   * Erases the line that the virtual machine has just written about its incubating vector module: it has no switch to
   * leave it out, and it tells the user nothing to act on. Does nothing unless standard error is a terminal.
   */
  public static void eraseIncubatorWarning(PrintStream err) {
    if (columns() > 0 && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      err.print(UP_AND_ERASE);
      err.flush();
    }
  }
}
