package ranvier.bench.kernels;

import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Network.PopulationBuilder;
import ranvier.engine.network.Rule;

/**
 * One event at a synapse that learns: rows of 1,000 onto 10,000 targets, where sources and targets fire every 20 to 30
 * ms whatever they receive, so that a target has mostly spiked once since the last spike of a row. 100,000 events per
 * millisecond within 1 %; each also pays for an eighth of a neuron's ten steps.
 */
@State(Scope.Thread)
public class PlasticBenchmark extends KernelBenchmark {
  private static final int EVENTS_PER_MS = 100_000;
  private static final int SOURCES = 2_475;
  private static final int TARGETS = 10_000;
  private static final int ROW = 1_000;
  private static final int RUN_MS = 10;

  /** Exponent of the weight dependence of STDP: additive or multiplicative; negative for static synapses. */
  @Param({"-1", "0", "1"})
  public double mu;

  private Simulation simulation;

  /** Builds the network and leaves its start behind. */
  @Setup(Level.Trial)
  public void build() {
    Consumer<PopulationBuilder> restless = p -> p.set("t_ref", Distribution.uniform(20.0, 30.0)).set("I_e", 1e8);
    Network network = Network.named("plastic").population("S", SOURCES, "iaf_psc_delta", restless)
        .population("T", TARGETS, "iaf_psc_delta", restless)
        .project("S", "T", new Rule.FixedOutDegree(ROW, true, true), p -> {
          p.weight(Distribution.uniform(1e-3, 2e-3)).delayMs(1.5);
          if (mu >= 0.0) {
            p.synapse("stdp_synapse").set("lambda", 1e-9).set("Wmax", 4e-3).set("mu_plus", mu).set("mu_minus", mu);
          }
        }).build();
    simulation = Simulation.build(network, Models.installed(), SimulationOptions.grid(Firing.DT_MS, 1, 1), done -> { });
    simulation.run(200.0, RunControl.NONE);
  }

  /** The next milliseconds. */
  @Benchmark
  @OperationsPerInvocation(EVENTS_PER_MS * RUN_MS)
  public boolean learn() {
    return simulation.run(RUN_MS, RunControl.NONE);
  }
}
