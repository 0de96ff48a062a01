package ranvier.engine.exact;

import java.util.Arrays;
import ranvier.engine.model.BinNeurons;

/**
 * Which blocks of a unit's neurons are awake. A block that nothing is about to reach and whose neurons cannot reach
 * their thresholds by themselves falls asleep, and costs nothing until it is woken. Used by one worker.
 */
final class SleepingBlocks {
  private final BinNeurons neurons;
  private final int size;
  private final double binMs;
  private final long[] awake;
  private final long[] touched;
  private final long[] asleepSince;
  private final boolean[] neverSleeps;
  private int asleep;

  /** All awake; those with Poisson input or a probe stay so. */
  SleepingBlocks(BinNeurons neurons, int size, double binMs, UnitInputs inputs) {
    this.neurons = neurons;
    this.size = size;
    this.binMs = binMs;
    int blocks = (size + ExactLayout.BLOCK - 1) >> ExactLayout.BLOCK_SHIFT;
    awake = new long[(blocks + 63) >> 6];
    touched = new long[awake.length];
    for (int b = 0; b < blocks; b++) {
      awake[b >> 6] |= 1L << b;
    }
    asleepSince = new long[blocks];
    neverSleeps = new boolean[blocks];
    for (PoissonArrivals p : inputs.poisson()) {
      for (int i : p.neurons) {
        neverSleeps[i >> ExactLayout.BLOCK_SHIFT] = true;
      }
    }
    for (ProbedNeuron p : inputs.probed()) {
      neverSleeps[p.neuron >> ExactLayout.BLOCK_SHIFT] = true;
    }
  }

  int count() {
    return asleepSince.length;
  }

  boolean someSleep() {
    return asleep > 0;
  }

  boolean allSleep() {
    return asleep == asleepSince.length;
  }

  boolean isAwake(int block) {
    return (awake[block >> 6] >>> block & 1L) != 0;
  }

  /** Forgets what was touched. */
  void untouch() {
    Arrays.fill(touched, 0L);
  }

  /** Something reaches a neuron. */
  void touch(int neuron) {
    int block = neuron >> ExactLayout.BLOCK_SHIFT;
    touched[block >> 6] |= 1L << block;
  }

  /** Something reaches the targets of what is logged. */
  void touch(BinLog log) {
    log.touch(touched);
  }

  /** Wakes the blocks that were touched. */
  void wakeTouched(long bin) {
    for (int word = 0; word < touched.length; word++) {
      for (long left = touched[word] & ~awake[word]; left != 0; left &= left - 1) {
        wake((word << 6) + Long.numberOfTrailingZeros(left), bin);
      }
    }
  }

  /** Brings a block, if it sleeps, to the start of a bin. */
  void wake(int block, long bin) {
    if (isAwake(block)) {
      return;
    }
    awake[block >> 6] |= 1L << block;
    asleep--;
    double slept = (bin - asleepSince[block]) * binMs;
    int from = block << ExactLayout.BLOCK_SHIFT;
    for (int i = from; i < Math.min(size, from + ExactLayout.BLOCK); i++) {
      neurons.advance(i, slept, false);
    }
  }

  /** All blocks that are awake, were not touched and are quiet fall asleep before a bin. */
  void fallAsleep(long bin) {
    for (int word = 0; word < awake.length; word++) {
      for (long left = awake[word] & ~touched[word]; left != 0; left &= left - 1) {
        int block = (word << 6) + Long.numberOfTrailingZeros(left);
        if (!neverSleeps[block] && isQuiet(block)) {
          awake[word] &= ~(1L << block);
          asleepSince[block] = bin;
          asleep++;
        }
      }
    }
  }

  private boolean isQuiet(int block) {
    int from = block << ExactLayout.BLOCK_SHIFT;
    for (int i = from; i < Math.min(size, from + ExactLayout.BLOCK); i++) {
      if (!neurons.quiet(i)) {
        return false;
      }
    }
    return true;
  }

  /** Neurons from one index up to, but without, another. */
  interface Range {
    void visit(int from, int to);
  }

  /** Visits all neurons that are awake. */
  void eachAwakeRange(Range range) {
    if (asleep == 0) {
      range.visit(0, size);
      return;
    }
    for (int word = 0; word < awake.length; word++) {
      for (long left = awake[word]; left != 0; ) {
        int first = Long.numberOfTrailingZeros(left);
        int length = Long.numberOfTrailingZeros(~(left >>> first));
        int from = ((word << 6) + first) << ExactLayout.BLOCK_SHIFT;
        range.visit(from, Math.min(size, from + (length << ExactLayout.BLOCK_SHIFT)));
        left = first + length >= 64 ? 0L : left & (-1L << (first + length));
      }
    }
  }
}
