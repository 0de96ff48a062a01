package ranvier.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether the user wants the run to stop. The first Ctrl-C (or SIGTERM) raises the flag, which the run looks at between
 * slices; the second ends the process at once, leaving no result behind. Closing it gives the signals back. Set by the
 * thread of the signal, read by any.
 */
public final class StopRequest implements BooleanSupplier, AutoCloseable {
  private static final int EXIT_CODE_OF_SIGNAL = 128;

  private final PrintWriter err;
  private final String message;
  private final Runnable also;
  private final List<Runnable> undo = new ArrayList<>();
  private volatile int signal;

  private StopRequest(PrintWriter err, String message, Runnable also) {
    this.err = err;
    this.message = message;
    this.also = also;
  }

  /** Listens to Ctrl-C and SIGTERM from now on, for a run. */
  public static StopRequest listening(PrintWriter err) {
    return listening(err, "Stopping at the end of this slice, then writing what there is; once more to abort without"
        + " results.", () -> { });
  }

  /**
   * Listens to Ctrl-C and SIGTERM from now on.
   *
   * @param message to the user, once a signal has come
   * @param also done then, after the flag is raised; on the thread of the signal
   */
  public static StopRequest listening(PrintWriter err, String message, Runnable also) {
    StopRequest request = new StopRequest(err, message, also);
    request.undo.add(Signals.hear("INT", request::received));
    request.undo.add(Signals.hear("TERM", request::received));
    return request;
  }

  @Override
  public boolean getAsBoolean() {
    return signal != 0;
  }

  /** The exit code of a process that was stopped: 128 + the signal's number. */
  public int exitCode() {
    return EXIT_CODE_OF_SIGNAL + signal;
  }

  @Override
  public void close() {
    undo.forEach(Runnable::run);
    undo.clear();
  }

  private void received(int number) {
    if (signal != 0) {
      Runtime.getRuntime().halt(EXIT_CODE_OF_SIGNAL + number);
    }
    signal = number;
    err.println();
    err.println(message);
    err.flush();
    also.run();
  }
}
