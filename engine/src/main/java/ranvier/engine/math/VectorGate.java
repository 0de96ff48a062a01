package ranvier.engine.math;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether explicit vector code has been compiled. Until then it is a hundred times slower than its plain twin, which
 * gives the same bits; so a simulation starts with the plain form and changes over. Thread-safe.
 */
public final class VectorGate {
  private final CountDownLatch opening = new CountDownLatch(1);
  private volatile boolean open;

  private VectorGate(boolean open) {
    if (open) {
      open();
    }
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
    opening.countDown();
  }

  /** Waits until it is open, but not for longer than that; an interrupt ends the wait and stays noted. */
  public void await(long nanos) {
    try {
      boolean inTime = opening.await(nanos, TimeUnit.NANOSECONDS);
      assert !inTime || open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
