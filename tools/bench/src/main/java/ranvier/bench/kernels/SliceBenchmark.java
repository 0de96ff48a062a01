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

/** One slice of a nearly empty network: the barrier and the exchange of spike lists. */
@State(Scope.Thread)
public class SliceBenchmark extends KernelBenchmark {
  private static final int STEPS = 10_000;
  private static final double DT_MS = 0.1;

  /** Workers that meet. */
  @Param({"1", "2"})
  public int threads;

  private Simulation simulation;

  /** Builds the network. */
  @Setup(Level.Trial)
  public void build() {
    simulation = Simulation.build(Network.named("idle").population("N", 64, "iaf_psc_exp").build(),
        Models.installed(), SimulationOptions.grid(DT_MS, threads, 1), done -> { });
  }

  /** Many slices in a row. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public boolean meet() {
    return simulation.run(STEPS * DT_MS, RunControl.NONE);
  }
}
