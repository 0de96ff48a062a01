package ranvier.engine.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Population;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;

/**
 * Runs a miniature of a network while the network itself is built, so that the just-in-time compiler has seen the
 * kernels when they are needed: vector code that is not compiled yet is a hundred times slower (measured: one second of
 * the first second of the microcircuit). Has no influence on results.
 */
final class WarmUp {
  /** Networks below are built before a miniature has warmed anything. */
  private static final int WORTHWHILE_NEURONS = 10_000;

  private static final int SIZE = 1024;
  private static final int OUT_DEGREE = 64;
  private static final double DURATION_MS_PER_DT = 20_000;
  private static final long NANOS = 1_500_000_000L;

  private WarmUp() {}

  /** Starts warming up on a thread of its own, if that is worthwhile. */
  static void start(Network network, Models models, SimulationOptions options) {
    if (network.neurons() < WORTHWHILE_NEURONS) {
      return;
    }
    Thread thread = new Thread(() -> {
      SimulationOptions one = new SimulationOptions(options.timing(), options.dtMs(), options.singlePrecision(), 1,
          options.seed(), options.vectorised(), options.separateReceptors());
      Simulation miniature = new GridSimulation(miniature(network), models, one, done -> { });
      long end = System.nanoTime() + NANOS;
      miniature.run(DURATION_MS_PER_DT * options.dtMs(), (timeMs, spikes) -> System.nanoTime() > end);
    }, "ranvier-warm-up");
    thread.setDaemon(true);
    // A miniature that cannot run says nothing about the network.
    thread.setUncaughtExceptionHandler((t, ignored) -> { });
    thread.start();
  }

  private static Network miniature(Network network) {
    Network.Builder small = Network.named(network.name());
    for (Population p : network.populations()) {
      small.add(new Population(p.name(), Math.min(SIZE, p.size()), p.model(), unlisted(p.parameters()),
          unlisted(p.initial())));
    }
    for (Projection p : network.projections()) {
      boolean isModulated = !p.modulator().isEmpty();
      if (network.population(p.source()) != null && (!isModulated || network.population(p.modulator()) != null)) {
        boolean listed = p.weight() instanceof Distribution.Listed;
        small.add(new Projection(p.name(), p.source(), p.target(), new Rule.FixedOutDegree(OUT_DEGREE, true, true),
            unlisted(p.weight()), unlisted(p.delayMs()), p.synapse(), unlisted(p.parameters()),
            listed && p.storage() == Storage.AUTO ? Storage.DOUBLE : p.storage(), p.modulator()));
      }
    }
    for (Stimulus s : network.stimuli()) {
      if (s.neurons() instanceof Neurons.All) {
        small.add(s);
      }
    }
    return small.unchecked();
  }

  private static Map<String, Distribution> unlisted(Map<String, Distribution> values) {
    Map<String, Distribution> without = new LinkedHashMap<>();
    values.forEach((key, value) -> without.put(key, unlisted(value)));
    return without;
  }

  /** Lists have one value per element of the full network; the first will do. */
  private static Distribution unlisted(Distribution values) {
    return values instanceof Distribution.Listed list
        ? Distribution.constant(list.values().length == 0 ? 0.0 : list.values()[0]) : values;
  }
}
