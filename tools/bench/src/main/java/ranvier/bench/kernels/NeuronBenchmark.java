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
import ranvier.engine.kernel.Timing;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;

/** One neuron for one step, the step's input included; nothing is connected. */
@State(Scope.Thread)
public class NeuronBenchmark extends KernelBenchmark {
  private static final int NEURONS = 4096;
  private static final int STEPS = 100;
  private static final double DT_MS = 0.1;

  /** Which model. */
  @Param({"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha", "iaf_cond_exp", "aeif_cond_exp", "izhikevich"})
  public String model;

  /** Vector code or its plain twin. */
  @Param({"true", "false"})
  public boolean vectorised;

  private Simulation simulation;

  /** Builds the population. */
  @Setup(Level.Iteration)
  public void build() {
    simulation = Simulation.build(Network.named("neurons").population("N", NEURONS, model).build(),
        Models.installed(), new SimulationOptions(Timing.GRID, DT_MS, false, 1, 1, vectorised, false), done -> { });
  }

  /** All neurons for some steps. */
  @Benchmark
  @OperationsPerInvocation(NEURONS * STEPS)
  public boolean advance() {
    return simulation.run(STEPS * DT_MS, RunControl.NONE);
  }
}
