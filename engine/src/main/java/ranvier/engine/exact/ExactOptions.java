package ranvier.engine.exact;

/**
 * How a network runs in exact time. Only the first four numbers and the seed can change a result, and the width of the
 * bins only by rounding.
 *
 * @param kernel which kernel; {@link Kernel#AUTO} lets the engine choose
 * @param binMs width of the work bins, a power of two of a millisecond; 0 lets the engine choose
 * @param calendar whether the strict kernel keeps arrivals in a calendar queue instead of a heap
 * @param seed of all random numbers
 * @param threads workers
 * @param partitions parts of the neurons, at least the number of workers; 0 lets the engine choose
 * @param vectorised whether explicit vector code may be used
 * @param startMs biological time at which the run starts, rounded to a slice; times of stimuli, spike trains and
 *     samples count from there. Offsets of spikes within their slices do not depend on it
 */
public record ExactOptions(Kernel kernel, double binMs, boolean calendar, long seed, int threads, int partitions,
    boolean vectorised, double startMs) {
  private static final double LATEST_START_MS = 1e12;

  /** The kernels of exact time. */
  public enum Kernel {
    /**
     * Bins, if every model has a form for them, no delay is 0, the shortest delay is at least 1/64 of a bin, neurons
     * fall into at most 64 classes of equal time constants, and at least one arrival per bin and 1,000 neurons of
     * the populations that have inputs is expected, at 10 spikes per second and neuron; strict otherwise.
     */
    AUTO,
    /** Work bins. */
    BINS,
    /** Event by event. */
    STRICT
  }

  /** Checks the numbers. */
  public ExactOptions {
    if (binMs != 0.0 && (!(binMs >= 0x1.0p-10 && binMs <= 16.0) || Long.bitCount(Double.doubleToLongBits(binMs)
        & 0xFFFFFFFFFFFFFL) != 0)) {
      throw new IllegalArgumentException("the width of bins must be a power of two in 2^-10..16 ms, got " + binMs);
    }
    if (!(startMs >= 0.0 && startMs <= LATEST_START_MS)) {
      throw new IllegalArgumentException("the start must be in 0.." + LATEST_START_MS + " ms, got " + startMs);
    }
  }

  /** Everything chosen by the engine. */
  public static ExactOptions of(int threads, long seed) {
    return new ExactOptions(Kernel.AUTO, 0.0, true, seed, threads, 0, true, 0.0);
  }

  /** The same with another kernel. */
  public ExactOptions with(Kernel other) {
    return new ExactOptions(other, binMs, calendar, seed, threads, partitions, vectorised, startMs);
  }

  /** The same with bins of another width. */
  public ExactOptions withBins(double ms) {
    return new ExactOptions(kernel, ms, calendar, seed, threads, partitions, vectorised, startMs);
  }

  /** The same with another number of workers and partitions. */
  public ExactOptions withWorkers(int workers, int parts) {
    return new ExactOptions(kernel, binMs, calendar, seed, workers, parts, vectorised, startMs);
  }

  /** The same with the other queue. */
  public ExactOptions withCalendar(boolean use) {
    return new ExactOptions(kernel, binMs, use, seed, threads, partitions, vectorised, startMs);
  }

  /** The same with or without explicit vector code. */
  public ExactOptions withVectors(boolean use) {
    return new ExactOptions(kernel, binMs, calendar, seed, threads, partitions, use, startMs);
  }

  /** The same, starting at another time. */
  public ExactOptions withStart(double ms) {
    return new ExactOptions(kernel, binMs, calendar, seed, threads, partitions, vectorised, ms);
  }
}
