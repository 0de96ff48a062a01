package ranvier.engine.math;

/**
 * Whether explicit vector code has been compiled. Until then it is a hundred times slower than its plain twin, which
 * gives the same bits; so a simulation starts with the plain form and changes over. Thread-safe.
 */
public final class VectorGate {
  private volatile boolean open;

  private VectorGate(boolean open) {
    this.open = open;
  }

  /** Vector code from the start. */
  public static VectorGate opened() {
    return new VectorGate(true);
  }

  /** Plain code until {@link #open}. */
  public static VectorGate closed() {
    return new VectorGate(false);
  }

  /** Whether vector code should run. */
  public boolean isOpen() {
    return open;
  }

  /** From now on vector code runs. */
  public void open() {
    open = true;
  }
}
