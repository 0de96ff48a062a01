package ranvier.engine.kernel;

/**
 * How a network is simulated.
 *
 * @param timing in steps or in real-valued time
 * @param dtMs time step of the grid in ms
 * @param singlePrecision neuron state in single precision where the model offers it, and weights of plastic synapses
 *     whose storage is left to the engine
 * @param threads workers, at least 1; results do not depend on it
 * @param seed of all random numbers
 * @param vectorised whether explicit vector code may be used; results do not depend on it
 * @param separateReceptors keeps excitatory and inhibitory input apart even where one sum would do, so that each can be
 *     probed
 */
public record SimulationOptions(Timing timing, double dtMs, boolean singlePrecision, int threads, long seed,
    boolean vectorised, boolean separateReceptors) {
  /** Checks the numbers. */
  public SimulationOptions {
    if (!(dtMs > 0) || Double.isInfinite(dtMs)) {
      throw new IllegalArgumentException("dt must be positive, got " + dtMs + " ms");
    }
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be in 1..1024, got " + threads);
    }
  }

  /** Grid, double precision, vector code where present. */
  public static SimulationOptions grid(double dtMs, int threads, long seed) {
    return new SimulationOptions(Timing.GRID, dtMs, false, threads, seed, true, false);
  }
}
