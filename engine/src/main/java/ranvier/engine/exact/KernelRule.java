package ranvier.engine.exact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Stimulus;
import ranvier.engine.plasticity.PlasticProjection;

/** Which kernel suits a network, by the rule of {@link ExactOptions.Kernel#AUTO}, and how wide its bins should be. */
final class KernelRule {
  private static final double WIDEST_CHOSEN_MS = 0.25;
  private static final double NARROWEST_CHOSEN_MS = 0x1.0p-10;
  private static final double MOST_WINDOWS = 64;
  private static final int MOST_CLASSES = 64;
  private static final double EXPECTED_RATE_HZ = 10.0;
  private static final double FEWEST_ARRIVALS = 1e-3;

  private final Network network;
  private final List<? extends ExactPopulation> populations;
  private final List<PlasticProjection> plasticProjections;
  private final double binMs;

  /** The rule for a network; {@code wantedBinMs} is 0 if the width is to be chosen. */
  KernelRule(Network network, List<? extends ExactPopulation> populations, List<PlasticProjection> plasticProjections,
      double wantedBinMs) {
    this.network = network;
    this.populations = populations;
    this.plasticProjections = plasticProjections;
    binMs = wantedBinMs > 0 ? wantedBinMs : chooseBin();
  }

  /** Width of the bins in ms. */
  double binMs() {
    return binMs;
  }

  /** What speaks for bins where nothing speaks against them. */
  String whyBins() {
    return String.format(Locale.ROOT, "%.2g arrivals expected per neuron and bin of %s ms, and every other rule for"
        + " bins holds", expectedArrivals(), binMs);
  }

  /** The largest power of two of a millisecond that suits every model, at most 1/4 ms. */
  private double chooseBin() {
    double widest = WIDEST_CHOSEN_MS;
    for (ExactPopulation p : populations) {
      widest = Math.min(widest, p.model().widestBinMs(p.parameters()));
    }
    double width = WIDEST_CHOSEN_MS;
    while (width > widest && width > NARROWEST_CHOSEN_MS) {
      width *= 0.5;
    }
    return width;
  }

  /** Says which rule for bins does not hold; null if all do. */
  String whyStrict() {
    if (!plasticProjections.isEmpty()) {
      return "projection " + plasticProjections.get(0).projection().name() + " has plastic synapses";
    }
    for (int p = 0; p < populations.size(); p++) {
      if (!populations.get(p).model().hasBins()) {
        return "population " + network.populations().get(p).name() + " has a model without a form for bins";
      }
    }
    double shortest = Double.POSITIVE_INFINITY;
    for (Projection p : network.projections()) {
      shortest = Math.min(shortest, p.delayMs().min());
    }
    if (!(shortest > 0)) {
      return "delays may be 0 ms";
    }
    if (shortest < binMs / MOST_WINDOWS) {
      return "the shortest delay of " + shortest + " ms is below 1/64 of a bin of " + binMs + " ms";
    }
    double expected = expectedArrivals();
    if (!network.projections().isEmpty() && expected < FEWEST_ARRIVALS) {
      return String.format(Locale.ROOT, "only %.2g arrivals are expected per neuron and bin of %s ms", expected, binMs);
    }
    int classes = new ExactLayout(network, populations, true, 1, 1).kinds.size();
    return classes > MOST_CLASSES ? "the neurons fall into " + classes + " classes of equal time constants" : null;
  }

  /**
   * Arrivals per neuron and bin, at the rate that is expected of every source, with all Poisson input. Populations that
   * receive nothing cost nothing in bins and do not count.
   */
  private double expectedArrivals() {
    double perSecond = 0.0;
    Set<String> targets = new HashSet<>();
    for (Projection p : network.projections()) {
      targets.add(p.target());
      perSecond += EXPECTED_RATE_HZ
          * p.rule().expectedSynapses(network.sizeOf(p.source()), network.sizeOf(p.target()), false);
    }
    for (Stimulus s : network.stimuli()) {
      if (s instanceof Stimulus.Poisson p) {
        targets.add(p.target());
        perSecond += p.rateHz() * p.neurons().count(network.sizeOf(p.target()));
      }
    }
    long neurons = targets.stream().mapToLong(network::sizeOf).sum();
    return perSecond / Math.max(1, neurons) * binMs * 1e-3;
  }
}
