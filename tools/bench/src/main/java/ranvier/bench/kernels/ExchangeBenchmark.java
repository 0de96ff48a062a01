package ranvier.bench.kernels;

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
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/**
 * One spike from its neuron to the workers that look its row up: 10,000 neurons that fire every millisecond, with one
 * synapse each. Contains ten steps of a neuron and one event; what is left of {@link NeuronBenchmark} and
 * {@link DeliveryBenchmark} is the exchange.
 */
@State(Scope.Thread)
public class ExchangeBenchmark extends KernelBenchmark {
  private static final int NEURONS = 10_000;
  private static final int RUN_MS = 20;

  /** Workers that exchange. */
  @Param({"1", "2"})
  public int threads;

  private Simulation simulation;

  /** Builds the network and leaves its start behind. */
  @Setup(Level.Trial)
  public void build() {
    Network network = Firing.everyMillisecond(NEURONS).project(Firing.NAME, Firing.NAME,
        new Rule.FixedOutDegree(1, true, true), p -> p.weight(1e-3).delayMs(1.0)).build();
    simulation = Simulation.build(network, Models.installed(), SimulationOptions.grid(Firing.DT_MS, threads, 1),
        done -> { });
    simulation.run(100.0, RunControl.NONE);
  }

  /** The next milliseconds. */
  @Benchmark
  @OperationsPerInvocation(NEURONS * RUN_MS)
  public boolean exchange() {
    return simulation.run(RUN_MS, RunControl.NONE);
  }
}
