package ranvier.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * Where workers meet at the end of a slice. Spins, then yields: the others are expected within microseconds. Arriving
 * publishes everything a worker has written to all workers that leave. A broken barrier lets everybody through.
 */
final class SliceBarrier {
  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int generation;
  private volatile Throwable failure;

  SliceBarrier(int parties) {
    this.parties = parties;
  }

  /** How one worker waits; not shared between workers. */
  static IdleStrategy idleStrategy() {
    return new BackoffIdleStrategy(2_000, Long.MAX_VALUE, 1_000, 100_000);
  }

  /** Waits for all; false if the barrier is broken. */
  boolean await(IdleStrategy idle) {
    if (parties > 1 && failure == null) {
      int current = generation;
      if (arrived.incrementAndGet() == parties) {
        arrived.set(0);
        generation = current + 1;
      } else {
        idle.reset();
        while (generation == current && failure == null) {
          idle.idle();
        }
      }
    }
    return failure == null;
  }

  /** Lets everybody through and makes every worker stop; the first cause is kept. */
  synchronized void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  Throwable failure() {
    return failure;
  }
}
