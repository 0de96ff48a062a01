package ranvier.engine.math;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether explicit vector code has been compiled. Until then it is a hundred times slower than its plain twin, which
 * gives the same bits; so a simulation starts with the plain form and changes over. Thread-safe.
 */
public final class VectorGate {
  private final CountDownLatch decided = new CountDownLatch(1);
  private final boolean isRehearsal;
  private volatile boolean open;

  private VectorGate(boolean isRehearsal) {
    this.isRehearsal = isRehearsal;
  }

  /** Vector code from the start. */
  public static VectorGate opened() {
    VectorGate gate = new VectorGate(false);
    gate.open();
    return gate;
  }

  /**
   * Vector code from the start, of a network that runs only to have it compiled: who has several forms of a loop, or
   * branches that are rare, takes them all.
   */
  public static VectorGate rehearsal() {
    VectorGate gate = new VectorGate(true);
    gate.open();
    return gate;
  }

  /** Plain code until {@link #open}. */
  public static VectorGate closed() {
    return new VectorGate(false);
  }

  /** Plain code for good: where vector code is not wanted or not there. */
  public static VectorGate never() {
    VectorGate gate = new VectorGate(false);
    gate.decided.countDown();
    return gate;
  }

  /** Whether vector code should run. */
  public boolean isOpen() {
    return open;
  }

  /** Whether this is a {@link #rehearsal}. */
  public boolean isRehearsal() {
    return isRehearsal;
  }

  /** From now on vector code runs. */
  public void open() {
    open = true;
    decided.countDown();
  }

  /**
   * Waits until it is open, but not for longer than that, and not where it never opens; an interrupt ends the wait and
   * stays noted.
   *
   * @return whether it is open
   */
  public boolean await(long nanos) {
    try {
      return decided.await(nanos, TimeUnit.NANOSECONDS) && open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return open;
    }
  }
}
