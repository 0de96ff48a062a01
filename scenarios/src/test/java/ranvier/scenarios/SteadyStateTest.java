package ranvier.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.kernel.Timing;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/**
 * Once a network runs, no kernel allocates: bytes of all threads together, workers included, over a second of biology.
 * One object per slice would be 16 bytes per slice at least; half of that is left for lists that still grow. Plain code
 * only, since vectors are objects until they are compiled.
 */
class SteadyStateTest {
  private static final double BEFORE_MS = 5_000;
  private static final double MEASURED_MS = 1_000;
  private static final int SMALLEST_OBJECT = 16;

  private static Network network(Consumer<Network.ProjectionBuilder> excitation) {
    return Network.named("steady").population("n", 400, "iaf_psc_exp", p -> p.set("I_e", 400.0)
            .initial("V_m", Distribution.uniform(-70.0, -55.0)))
        .poisson("n", 500.0, 20.0)
        .project("n", "n", new Rule.FixedInDegree(40, true, true), p -> excitation.accept(
            p.weight(5.0).delayMs(Distribution.uniform(1.0, 3.0))))
        .project("n", "n", new Rule.FixedInDegree(10, true, true), p -> p.weight(-30.0).delayMs(1.5)).build();
  }

  private static Network fixed() {
    return network(p -> { });
  }

  /** Input slots for all delays do not fit the cache, so that events wait until they are due. */
  private static Network slow() {
    return network(p -> p.delayMs(Distribution.uniform(1.0, 60.0)));
  }

  private static Network learning() {
    return network(p -> p.synapse("stdp_synapse").set("Wmax", 10.0));
  }

  private static Simulation grid(Network network, int threads) {
    return Simulation.build(network, Models.installed(), new SimulationOptions(Timing.GRID, 0.1, false, threads, 1,
        false, false), done -> { });
  }

  private static Simulation exact(Network network, ExactOptions.Kernel kernel, int threads) {
    return Simulation.exact(network, Models.installed(), ExactOptions.of(threads, 1).with(kernel).withVectors(false),
        done -> { });
  }

  @Test
  void noKernelAllocatesInTheSteadyState() {
    Map<String, Simulation> all = new TreeMap<>();
    for (int threads = 1; threads <= 2; threads++) {
      all.put("grid " + threads, grid(fixed(), threads));
      all.put("grid, learning " + threads, grid(learning(), threads));
      all.put("bins " + threads, exact(fixed(), ExactOptions.Kernel.BINS, threads));
    }
    all.put("grid, late events", grid(slow(), 1));
    all.put("strict", exact(fixed(), ExactOptions.Kernel.STRICT, 1));
    all.put("strict, learning", exact(learning(), ExactOptions.Kernel.STRICT, 1));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Map<String, String> tooMuch = new TreeMap<>();
    all.forEach((name, simulation) -> {
      long[] at = new long[2];
      simulation.run(BEFORE_MS + MEASURED_MS + 100.0, noting(threads, at));
      assertTrue(simulation.spikes() > 10_000, name);
      long slices = Math.round(MEASURED_MS / simulation.sliceMs());
      if (at[1] - at[0] > SMALLEST_OBJECT * slices / 2) {
        tooMuch.put(name, at[1] - at[0] + " bytes in " + slices + " slices");
      }
    });
    assertTrue(tooMuch.isEmpty(), tooMuch.toString());
  }

  /** Within a run: starting one makes threads. */
  private static RunControl noting(ThreadMXBean threads, long[] at) {
    return (timeMs, spikes) -> {
      if (timeMs <= BEFORE_MS) {
        at[0] = threads.getTotalThreadAllocatedBytes();
      } else if (timeMs <= BEFORE_MS + MEASURED_MS) {
        at[1] = threads.getTotalThreadAllocatedBytes();
      }
      return false;
    };
  }
}
