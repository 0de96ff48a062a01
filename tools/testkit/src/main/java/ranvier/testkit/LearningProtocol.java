package ranvier.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationException;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.WeightLog;

/**
 * Given presynaptic, postsynaptic and modulating spikes, and plastic synapses from every source to every target. Times
 * in ms; a target spikes at its times.
 *
 * @param pre one train per source
 * @param post one train per target, none before 1 ms
 * @param modulator spikes of the one modulating source; may be empty
 * @param weights initial ones, source by source
 */
public record LearningProtocol(double[][] pre, double[][] post, double[] modulator, double[] weights,
    double delayMs) {
  /** A presynaptic spike that passed a synapse. */
  public record Transmission(int source, int target, double timeMs, double weight) {
    @Override
    public String toString() {
      return "synapse " + source + " -> " + target + " at " + timeMs + " ms: " + weight;
    }
  }

  private static final double STATIC_DELAY_MS = 1.0;
  private static final double LAST_MS = 300.0;

  /** Random trains, times being multiples of a step; every now and then spikes coincide. */
  public static Arbitrary<LearningProtocol> any(double stepMs, double lowest, double highest) {
    Arbitrary<double[]> train = Arbitraries.integers().between((int) (2 / stepMs), (int) (LAST_MS / stepMs))
        .set().ofMaxSize(25).map(all -> all.stream().mapToDouble(k -> k * stepMs).sorted().toArray());
    Arbitrary<double[][]> trains = train.array(double[][].class).ofSize(3);
    Arbitrary<double[]> initial = Arbitraries.doubles().between(0.0, 1.0).array(double[].class).ofSize(9)
        .map(all -> Arrays.stream(all).map(x -> lowest + x * (highest - lowest)).toArray());
    Arbitrary<Double> delay = Arbitraries.of(1, 3, 20).map(k -> k * Math.max(stepMs, 0.5));
    return Combinators.combine(trains, trains, train, initial, delay).as(LearningProtocol::new);
  }

  /** The same with other postsynaptic spikes. */
  public LearningProtocol withPost(double[][] other) {
    return new LearningProtocol(pre, other, modulator, weights, delayMs);
  }

  /** The network. */
  public Network network(String synapse, Map<String, Double> parameters, boolean modulated) {
    Network.Builder network = Network.named("protocol").population("targets", post.length, Repeater.NAME)
        .spikeTrains("sources", pre);
    double[][] commands = new double[post.length][];
    for (int t = 0; t < post.length; t++) {
      commands[t] = Arrays.stream(post[t]).map(ms -> ms - STATIC_DELAY_MS).toArray();
    }
    network.spikeTrains("commands", commands);
    if (modulated) {
      network.spikeTrains("modulator", modulator);
    }
    int[] from = new int[weights.length];
    int[] to = new int[weights.length];
    for (int k = 0; k < weights.length; k++) {
      from[k] = k / post.length;
      to[k] = k % post.length;
    }
    network.project("commands", "targets", new Rule.OneToOne(),
        p -> p.weight(Repeater.COMMAND).delayMs(STATIC_DELAY_MS).storage(Storage.DOUBLE));
    network.project("sources", "targets", new Rule.Explicit(from, to), p -> {
      p.name("plastic").weight(Distribution.listed(weights)).delayMs(delayMs).synapse(synapse);
      parameters.forEach(p::set);
      if (modulated) {
        p.modulator("modulator");
      }
    });
    return network.build();
  }

  /** What is transmitted on the grid, by time, source and target. */
  public List<Transmission> onGrid(Network network, Models models, double dtMs, int threads) {
    return run(network, Simulation.build(network, models, SimulationOptions.grid(dtMs, threads, 1), done -> { }));
  }

  /** The same with weights in single precision. */
  public List<Transmission> onGridSingle(Network network, Models models, double dtMs) {
    SimulationOptions wide = SimulationOptions.grid(dtMs, 1, 1);
    SimulationOptions single = new SimulationOptions(wide.timing(), dtMs, true, 1, 1, wide.vectorised(),
        wide.separateReceptors());
    return run(network, Simulation.build(network, models, single, done -> { }));
  }

  /** What is transmitted in exact time. */
  public List<Transmission> exact(Network network, Models models) {
    return run(network, Simulation.exact(network, models, ExactOptions.of(1, 1), done -> { }));
  }

  private List<Transmission> run(Network network, Simulation simulation) {
    List<WeightLog> logs = simulation.logWeights();
    SimulationException blewUp = null;
    try {
      simulation.run(LAST_MS + 2 * delayMs + 10, RunControl.NONE);
    } catch (SimulationException e) {
      blewUp = e;
    }
    Rule.Explicit rule = (Rule.Explicit) network.projections().get(1).rule();
    List<Transmission> all = new ArrayList<>();
    for (WeightLog log : logs) {
      for (int k = 0; k < log.count(); k++) {
        all.add(new Transmission(log.source(k), rule.targets()[log.element(k)], log.timeMs(k), log.weight(k)));
      }
    }
    if (blewUp != null && all.stream().allMatch(t -> Double.isFinite(t.weight()))) {
      throw blewUp;
    }
    all.sort(Comparator.comparingDouble(Transmission::timeMs).thenComparingInt(Transmission::source)
        .thenComparingInt(Transmission::target));
    return all;
  }
}
