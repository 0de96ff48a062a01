package ranvier.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.network.Network;
import ranvier.testkit.LearningProtocol.Transmission;

/**
 * What a synapse model that learns must do. A test class implements this interface and names its model; all properties
 * are inherited. What fails names the rule, the synapse and the time.
 */
public interface SynapseMust {
  /** Time step of the grid; all spikes of the protocols are multiples of it, so that grid and exact time agree. */
  double STEP_MS = 0.5;

  /** How far grid and exact time may differ, relative to the range of weights: rounding. */
  double RELATIVE = 1e-9;

  /** The model's name. */
  String model();

  /** Its parameters, where not the defaults. */
  default Map<String, Double> parameters() {
    return Map.of();
  }

  /** Weights never lie below. */
  double lowest();

  /** Weights never lie above. */
  double highest();

  /** Where models are looked up, and the target that spikes as it is told. */
  default Models models() {
    return Models.of(List.of(new Repeater()), Models.installed().synapses().values());
  }

  /** The model. */
  default SynapseModel installedSynapse() {
    SynapseModel found = models().synapses().get(model());
    require(found != null, "no synapse model " + model() + " is registered");
    return found;
  }

  /** Spikes and weights. */
  @Provide
  default Arbitrary<LearningProtocol> protocols() {
    return LearningProtocol.any(STEP_MS, lowest(), highest());
  }

  /** What is transmitted is finite, and so are the weights, which stay in their bounds. */
  @Property(tries = 40)
  default void keepWeightsFiniteAndInTheirBounds(@ForAll("protocols") LearningProtocol protocol) {
    for (Transmission t : onGrid(protocol, 1)) {
      double slack = RELATIVE * (highest() - lowest());
      require(Double.isFinite(t.weight()), "is not finite, " + t);
      require(t.weight() >= lowest() - slack && t.weight() <= highest() + slack,
          "leaves its bounds of " + lowest() + " to " + highest() + ", " + t);
    }
  }

  /** What is transmitted does not depend on spikes of the target that have not yet reached the synapse. */
  @Property(tries = 40)
  default void notReadTheFuture(@ForAll("protocols") LearningProtocol protocol,
      @ForAll @IntRange(min = 10, max = 280) int presentMs) {
    double[][] past = Arrays.stream(protocol.post())
        .map(train -> Arrays.stream(train).filter(t -> t + protocol.delayMs() <= presentMs).toArray())
        .toArray(double[][]::new);
    List<Transmission> whole = onGrid(protocol, 1);
    List<Transmission> cut = onGrid(protocol.withPost(past), 1);
    require(whole.size() == cut.size(), "transmits " + whole.size() + " and " + cut.size() + " spikes");
    for (int k = 0; k < whole.size() && whole.get(k).timeMs() <= presentMs; k++) {
      require(whole.get(k).equals(cut.get(k)), "reads the future, " + whole.get(k) + "; without the spikes of its"
          + " target that reach it after " + presentMs + " ms it is " + cut.get(k).weight());
    }
  }

  /** Nothing depends on the number of workers. */
  @Property(tries = 6)
  default void notDependOnWorkers(@ForAll("protocols") LearningProtocol protocol,
      @ForAll @IntRange(min = 2, max = 3) int workers) {
    require(onGrid(protocol, 1).equals(onGrid(protocol, workers)), "depends on the number of workers, " + workers);
  }

  /** Spikes on the grid teach the same in exact time. */
  @Property(tries = 30)
  default void learnTheSameInExactTime(@ForAll("protocols") LearningProtocol protocol) {
    Assume.that(installedSynapse().postVariables().isEmpty());
    List<Transmission> grid = onGrid(protocol, 1);
    List<Transmission> exact = protocol.exact(network(protocol), models());
    require(grid.size() == exact.size(), "transmits " + grid.size() + " spikes on the grid, " + exact.size()
        + " in exact time");
    for (int k = 0; k < grid.size(); k++) {
      double difference = Math.abs(grid.get(k).weight() - exact.get(k).weight());
      require(difference <= RELATIVE * (highest() - lowest()), "differs between grid and exact time, " + grid.get(k)
          + " and " + exact.get(k));
    }
  }

  /** What is remembered of targets does not grow, even with a source that has fallen silent. */
  @Property(tries = 1)
  default void rememberABoundedPast() {
    double[] steady = new double[6000];
    Arrays.setAll(steady, k -> 2.0 + 10.0 * k);
    LearningProtocol protocol = new LearningProtocol(new double[][] {steady, {5.0}, {}}, new double[][] {steady},
        new double[] {20.0}, new double[] {lowest(), lowest(), highest()}, 1.0);
    Network network = network(protocol);
    Simulation simulation = Simulation.build(network, models(), SimulationOptions.grid(STEP_MS, 1, 1), done -> { });
    simulation.run(10_000, RunControl.NONE);
    long after10Seconds = simulation.historyBytes();
    simulation.run(50_000, RunControl.NONE);
    require(simulation.historyBytes() <= 2 * after10Seconds, "remembers " + after10Seconds + " bytes after 10 s, "
        + simulation.historyBytes() + " after a minute");
  }

  private Network network(LearningProtocol protocol) {
    return protocol.network(model(), parameters(), installedSynapse().needsModulator());
  }

  private List<Transmission> onGrid(LearningProtocol protocol, int threads) {
    try {
      return protocol.onGrid(network(protocol), models(), STEP_MS, threads);
    } catch (RuntimeException e) {
      throw new AssertionError("rule " + model() + ": " + e.getMessage(), e);
    }
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError("rule " + model() + " " + message);
    }
  }
}
