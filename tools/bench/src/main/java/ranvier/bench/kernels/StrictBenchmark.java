package ranvier.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/**
 * The queues at the work they are for, beside {@link QueueBenchmark}: the strict kernel runs 0.25 ms of a network whose
 * neurons have a Poisson train each, so that one arrival per neuron is pending, and the rows of spikes on their way.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StrictBenchmark extends KernelBenchmark {
  private static final double SLICE_MS = 0.25;

  /** Which queue. */
  @Param({"heap", "calendar"})
  public String queue;

  /** Neurons, and events in the queue. */
  @Param({"10000", "1000000"})
  public int neurons;

  private Simulation simulation;

  /** Builds the network and leaves its start behind. */
  @Setup(Level.Trial)
  public void build() {
    Network network = Network.named("pending").population("n", neurons, "iaf_psc_exp",
        p -> p.initial("V_m", Distribution.uniform(-70.0, -55.0)))
        .poisson("n", 200.0, 250.0)
        .project("n", "n", new Rule.FixedInDegree(10, true, true),
            s -> s.weight(20.0).delayMs(Distribution.uniform(1.0, 5.0)))
        .build();
    ExactOptions options = ExactOptions.of(1, 1).with(ExactOptions.Kernel.STRICT)
        .withCalendar(queue.equals("calendar"));
    simulation = Simulation.exact(network, Models.installed(), options, done -> { });
    simulation.run(20.0, RunControl.NONE);
  }

  /** The next slice. */
  @Benchmark
  public boolean slice() {
    return simulation.run(SLICE_MS, RunControl.NONE);
  }
}
