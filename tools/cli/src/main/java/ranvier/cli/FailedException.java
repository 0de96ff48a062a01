package ranvier.cli;

/** Something failed that is not the input's fault, such as a full disk. Ends in {@link ExitCode#FAILED}. */
public final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message for the user. */
  public FailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
