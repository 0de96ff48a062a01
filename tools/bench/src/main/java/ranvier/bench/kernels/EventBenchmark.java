package ranvier.bench.kernels;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ranvier.bench.Balanced;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;

/**
 * A balanced network that fits the caches, 10 ms of it: about a million synaptic events with all that belongs to them.
 * Times are per millisecond of biology; {@code ranvier bench balanced} divides by the events.
 */
@State(Scope.Thread)
public class EventBenchmark extends KernelBenchmark {
  private static final int RUN_MS = 10;

  /** Grid or exact time. */
  @Param({"GRID", "EXACT"})
  public Timing timing;

  /** Vector code or its plain twin. */
  @Param({"true", "false"})
  public boolean vectorised;

  private Simulation simulation;

  /** Builds the network and leaves its start behind. */
  @Setup(Level.Trial)
  public void build() {
    simulation = Simulation.build(Balanced.of(10_000, 1_000, Distribution.constant(1.5)), Models.installed(),
        new SimulationOptions(timing, 0.1, false, 1, 1, vectorised, false), done -> { });
    simulation.run(200.0, RunControl.NONE);
  }

  /** The next milliseconds. */
  @Benchmark
  @OperationsPerInvocation(RUN_MS)
  public boolean run() {
    return simulation.run(RUN_MS, RunControl.NONE);
  }
}
