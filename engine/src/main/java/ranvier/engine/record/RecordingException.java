package ranvier.engine.record;

/** A consumer of spikes failed (a full disk, say), so that the recording of a run is not complete. */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the consumer's failure as cause. */
  public RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
