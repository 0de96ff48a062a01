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
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/**
 * One synaptic event on the grid: neurons that fire every millisecond onto 10,000 that never do. 100,000 events per
 * millisecond whatever the length of a row; each also pays for a tenth of a neuron's ten steps.
 */
@State(Scope.Thread)
public class DeliveryBenchmark extends KernelBenchmark {
  private static final int EVENTS_PER_MS = 100_000;
  private static final int TARGETS = 10_000;
  private static final int RUN_MS = 10;

  /** Synapses per source. */
  @Param({"100", "1000"})
  public int row;

  /** Different delays, in steps: a row falls into so many groups. */
  @Param({"1", "16"})
  public int delays;

  private Simulation simulation;

  /** Builds the network and leaves its start behind. */
  @Setup(Level.Trial)
  public void build() {
    Network network = Firing.everyMillisecond(EVENTS_PER_MS / row).population("T", TARGETS, "iaf_psc_delta")
        .project(Firing.NAME, "T", new Rule.FixedOutDegree(row, true, true), p -> p.weight(1e-3)
            .delayMs(delays == 1 ? Distribution.constant(1.5) : Distribution.uniform(1.0, 0.9 + 0.1 * delays)))
        .build();
    simulation = Simulation.build(network, Models.installed(), SimulationOptions.grid(Firing.DT_MS, 1, 1), done -> { });
    simulation.run(100.0, RunControl.NONE);
  }

  /** The next milliseconds. */
  @Benchmark
  @OperationsPerInvocation(EVENTS_PER_MS * RUN_MS)
  public boolean deliver() {
    return simulation.run(RUN_MS, RunControl.NONE);
  }
}
