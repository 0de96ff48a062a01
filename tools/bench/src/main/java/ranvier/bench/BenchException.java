package ranvier.bench;

/** A run that could not be measured. The message is for the user. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the run said. */
  public BenchException(String message) {
    super(message);
  }

  /** With what went wrong. */
  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
