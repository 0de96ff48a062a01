package ranvier.engine.kernel;

import java.util.List;
import org.HdrHistogram.Histogram;
import ranvier.engine.measure.Regions;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.plasticity.SynapseWeights;
import ranvier.engine.plasticity.WeightLog;
import ranvier.engine.record.SpikeOutput;

/** A network built and ready to run. Used by one thread, which becomes worker 0 while {@link #run} lasts. */
public interface Simulation {
  /**
   * Builds a network that has been checked.
   *
   * @param progress is told the fraction that is built, from any thread
   */
  static Simulation build(Network network, Models models, SimulationOptions options,
      java.util.function.DoubleConsumer progress) {
    if (options.timing() == Timing.EXACT) {
      return exact(network, models, ExactOptions.of(options.threads(), options.seed())
          .withVectors(options.vectorised()), progress);
    }
    return new GridSimulation(network, models, options, InputLayout::chosen,
        input -> WarmUp.grid(network, models, options, input), progress);
  }

  /**
   * Builds a network that has been checked, for exact time, with everything that can be chosen there.
   *
   * @param progress is told the fraction that is built, from any thread
   */
  static Simulation exact(Network network, Models models, ExactOptions options,
      java.util.function.DoubleConsumer progress) {
    return new ExactSimulation(network, models, options, () -> WarmUp.bins(network, models, options), progress);
  }

  /** Where spikes of neurons go; null: nowhere. Set before the first run. */
  void output(SpikeOutput output);

  /**
   * Gets ready for a run: if it is long enough to gain by that, waits until vector code has been compiled, for a second
   * at most. Belongs to building; a run that is not prepared starts with plain code, which gives the same results.
   *
   * @param durationMs how long the run will be
   */
  default void prepare(double durationMs) {}

  /**
   * Simulates on.
   *
   * @param durationMs how long, rounded to steps
   * @return whether the whole duration was simulated: false if {@code control} asked to stop
   * @throws SimulationException if the run cannot go on
   */
  boolean run(double durationMs, RunControl control);

  /** Biological time reached, in ms. */
  double timeMs();

  /** Which kernel runs the network, and why. */
  KernelChoice kernel();

  /** Length of a slice, in ms: the shortest delay on the grid, the work bin in exact time. */
  double sliceMs();

  /** Number of synapses. */
  long synapses();

  /** Bytes of synapses, their indices included. */
  long synapseBytes();

  /** Keeps every transmission through plastic synapses from now on, in one log per worker; for small networks. */
  default List<WeightLog> logWeights() {
    return List.of();
  }

  /**
   * The weights of a plastic projection, each as of its source's last spike that has arrived.
   *
   * @throws IllegalArgumentException if there is no plastic projection of that name
   */
  default SynapseWeights weights(String projection) {
    throw new IllegalArgumentException("there is no plastic projection " + projection);
  }

  /** Bytes of what plastic synapses remember of their targets, now. */
  default long historyBytes() {
    return 0;
  }

  /** Bytes of neuron state. */
  long stateBytes();

  /** Spikes of neurons so far. */
  long spikes();

  /**
   * Spikes that have been added to the input of a target so far, Poisson input not counted; on the grid that is up to a
   * delay before they are due.
   */
  long synapticEvents();

  /** Wall time of each slice, in ns. */
  Histogram sliceTimes();

  /** Where the wall time went. */
  Regions regions();

  /** How each projection is kept. */
  List<ProjectionStorage> storage();

  /** What the probes have recorded. */
  List<ProbeData> probes();
}
