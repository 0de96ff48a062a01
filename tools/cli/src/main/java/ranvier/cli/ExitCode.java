package ranvier.cli;

/** What the program tells its caller. */
public final class ExitCode {
  /** It ran. */
  public static final int RAN = 0;
  /** It failed while running, or a reference case does not hold. */
  public static final int FAILED = 1;
  /** Wrong usage or input; nothing was run. */
  public static final int WRONG = 2;
  /** Added to the number of the signal that stopped a run early, as shells do; what there was has been written. */
  public static final int SIGNAL = 128;

  private ExitCode() {}
}
