package ranvier.engine.kernel;

/** A run that cannot go on: state that is not finite, or a failing worker. The message is for the user. */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public SimulationException(String message) {
    super(message);
  }

  /** With a message for the user and what caused it. */
  public SimulationException(String message, Throwable cause) {
    super(message, cause);
  }
}
