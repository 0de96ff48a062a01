package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.ExactOptions.Kernel;
import ranvier.engine.network.Network;
import ranvier.testkit.SpikeComparison;
import ranvier.testkit.TimedSpike;

/** Kernels, bins, workers, partitions and queues against each other, in networks that mix models and inputs. */
class MixedNetworkProperties {
  private static final double DURATION_MS = 45.0;
  private static final double TIME_MS = 1e-9;
  private static final double PERTURBATION_MV = 1e-12;
  private static final double AMPLIFIED_MS = 1e-11;

  @Provide
  Arbitrary<MixedNetwork> networks() {
    return MixedNetwork.any();
  }

  /** As far as a perturbation of the size of rounding leaves the spikes the same. */
  @Property(tries = 15)
  void kernelsAndBinsAgree(@ForAll("networks") MixedNetwork mixed) {
    Network plain = mixed.network(0.0);
    ExactOptions options = ExactOptions.of(1, mixed.seed());
    List<TimedSpike> strict = TimedSpike.exact(plain, options.with(Kernel.STRICT), DURATION_MS);
    double horizon = SpikeComparison.of(strict, TimedSpike.exact(mixed.network(PERTURBATION_MV),
        options.with(Kernel.STRICT), DURATION_MS), AMPLIFIED_MS, DURATION_MS).horizonMs();
    for (double width : new double[] {0.125, 0.25, 0.5}) {
      for (int partitions : new int[] {1, 3}) {
        List<TimedSpike> bins = TimedSpike.exact(plain, options.with(Kernel.BINS).withBins(width)
            .withWorkers(1, partitions), DURATION_MS);
        SpikeComparison c = SpikeComparison.of(strict, bins, TIME_MS, DURATION_MS);
        assertTrue(c.horizonMs() >= horizon, "bins of " + width + " ms differ at " + c.horizonMs()
            + " ms, rounding only at " + horizon + " ms");
      }
    }
  }

  @Property(tries = 8)
  void workersPartitionsAndQueuesChangeNoBit(@ForAll("networks") MixedNetwork mixed) {
    Network network = mixed.network(0.0);
    ExactOptions options = ExactOptions.of(1, mixed.seed());
    assertEquals(TimedSpike.exact(network, options.with(Kernel.STRICT).withCalendar(false), DURATION_MS),
        TimedSpike.exact(network, options.with(Kernel.STRICT).withCalendar(true), DURATION_MS));
    List<TimedSpike> one = TimedSpike.exact(network, options.with(Kernel.BINS), DURATION_MS);
    for (int workers = 1; workers <= 3; workers++) {
      for (int partitions = workers; partitions <= 4; partitions++) {
        assertEquals(one, TimedSpike.exact(network, options.with(Kernel.BINS).withWorkers(workers, partitions),
            DURATION_MS), workers + " workers, " + partitions + " partitions");
      }
    }
  }
}
