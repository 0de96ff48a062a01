package ranvier.testkit;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.ExactOptions.Kernel;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;

/**
 * What a neuron model in exact time must do. A test class implements this interface and names its model; all properties
 * are inherited. The model must have a potential {@code V_m}, a threshold {@code V_th} and a current {@code I_e}.
 */
public interface ExactNeuronMust {
  /** Tolerance of potentials that are computed on different ways, in mV. */
  double POTENTIAL_MV = 1e-9;
  /** Tolerance of spike times, in ms. */
  double TIME_MS = 1e-9;
  /** A perturbation of the size of rounding errors, and what it may do to spike times before a comparison ends. */
  double PERTURBATION_MV = 1e-12;
  /** See {@link #PERTURBATION_MV}. */
  double AMPLIFIED_MS = 1e-11;

  /** The model's name. */
  String model();

  /** A weight that moves the potential by a few tenths of a millivolt. */
  double unitWeight();

  /** Tolerance of potentials in mV: larger for models that are integrated numerically. */
  default double potentialToleranceMv() {
    return POTENTIAL_MV;
  }

  /** The model. */
  default NeuronModel installed() {
    NeuronModel found = Models.installed().neurons().get(model());
    check(found != null, "no model " + model() + " is registered");
    return found;
  }

  /** Networks. */
  @Provide
  default Arbitrary<SmallNetwork> networks() {
    return SmallNetwork.any();
  }

  /** Weights of a few arrivals, in units of {@link #unitWeight}. */
  @Provide
  default Arbitrary<List<Double>> arrivals() {
    return Arbitraries.doubles().between(-20.0, 20.0).ofScale(2).list().ofMaxSize(4);
  }

  /** Advancing by a + b is advancing by a, then by b. */
  @Property(tries = 300)
  default void advanceInOneOrTwoParts(@ForAll("arrivals") List<Double> weights,
      @ForAll @DoubleRange(min = 0, max = 20) double first, @ForAll @DoubleRange(min = 0, max = 20) double second) {
    EventNeurons one = driven(weights, 0.0);
    EventNeurons two = driven(weights, 0.0);
    Assume.that(one.nextSpike(0, first + second) > first + second);
    one.advance(0, first + second, false);
    two.advance(0, first, false);
    two.advance(0, second, false);
    near(one.value(0, "V_m"), two.value(0, "V_m"), potentialToleranceMv(), "V_m after " + first + " + " + second
        + " ms");
  }

  /** Looking ahead changes nothing. */
  @Property(tries = 100)
  default void lookAheadWithoutChange(@ForAll("arrivals") List<Double> weights,
      @ForAll @DoubleRange(min = 0, max = 20) double duration) {
    EventNeurons one = driven(weights, 300.0);
    EventNeurons two = driven(weights, 300.0);
    two.nextSpike(0, 5.0);
    two.nextSpike(0, 50.0);
    one.advance(0, duration, false);
    two.advance(0, duration, false);
    check(one.value(0, "V_m") == two.value(0, "V_m"), "nextSpike changed the state");
  }

  /** A predicted spike is where the potential first reaches the threshold. */
  @Property(tries = 300)
  default void predictTheFirstCrossing(@ForAll("arrivals") List<Double> weights,
      @ForAll @DoubleRange(min = 0, max = 600) double current) {
    double horizon = 40.0;
    EventNeurons neuron = driven(weights, current);
    double threshold = threshold();
    double spike = neuron.nextSpike(0, horizon);
    double until = Math.min(spike, horizon);
    // An arrival may have carried the neuron over its threshold: then it spikes at once, and nothing lies before.
    for (int k = 1; k < 64 && until > 0.0; k++) {
      EventNeurons copy = driven(weights, current);
      double t = until * k / 64.0;
      copy.advance(0, t, false);
      check(copy.value(0, "V_m") < threshold + potentialToleranceMv(),
          "V_m is " + copy.value(0, "V_m") + " at " + t + ", before the predicted spike at " + spike);
    }
    if (spike <= horizon) {
      neuron.advance(0, spike, false);
      check(neuron.value(0, "V_m") >= threshold - potentialToleranceMv(),
          "V_m is " + neuron.value(0, "V_m") + " at the predicted spike");
    }
  }

  /** Both kernels give the same spikes, for any width of the bins, as far as rounding errors leave them the same. */
  @Property(tries = 25)
  default void spikeAtTheSameTimesInBothKernels(@ForAll("networks") SmallNetwork network) {
    Assume.that(installed().exactTime().hasBins());
    double durationMs = 60.0;
    ExactOptions options = ExactOptions.of(1, network.seed());
    var plain = network.of(model(), unitWeight(), 0.0);
    List<TimedSpike> strict = TimedSpike.exact(plain, options.with(Kernel.STRICT), durationMs);
    List<TimedSpike> perturbed = TimedSpike.exact(network.of(model(), unitWeight(), PERTURBATION_MV),
        options.with(Kernel.STRICT), durationMs);
    double horizon = SpikeComparison.of(strict, perturbed, AMPLIFIED_MS, durationMs).horizonMs();
    for (double width : new double[] {0.125, 0.25, 0.5}) {
      List<TimedSpike> bins = TimedSpike.exact(plain, options.with(Kernel.BINS).withBins(width), durationMs);
      SpikeComparison c = SpikeComparison.of(strict, bins, TIME_MS, durationMs);
      check(c.horizonMs() >= horizon, "bins of " + width + " ms differ at " + c.horizonMs()
          + " ms, rounding only at " + horizon + " ms");
    }
  }

  /** Neither workers nor partitions nor the queue nor vector code change a bit. */
  @Property(tries = 15)
  default void spikeTheSameForAnyNumberOfWorkers(@ForAll("networks") SmallNetwork network) {
    double durationMs = 40.0;
    var plain = network.of(model(), unitWeight(), 0.0);
    ExactOptions options = ExactOptions.of(1, network.seed());
    List<TimedSpike> heap = TimedSpike.exact(plain, options.with(Kernel.STRICT).withCalendar(false), durationMs);
    same(heap, TimedSpike.exact(plain, options.with(Kernel.STRICT).withCalendar(true), durationMs), "calendar queue");
    if (installed().exactTime().hasBins()) {
      List<TimedSpike> one = TimedSpike.exact(plain, options.with(Kernel.BINS), durationMs);
      same(one, TimedSpike.exact(plain, options.with(Kernel.BINS).withWorkers(1, 3), durationMs), "3 partitions");
      same(one, TimedSpike.exact(plain, options.with(Kernel.BINS).withWorkers(2, 2), durationMs), "2 workers");
      same(one, TimedSpike.exact(plain, options.with(Kernel.BINS).withWorkers(3, 4), durationMs), "3 workers");
      same(one, TimedSpike.exact(plain, options.with(Kernel.BINS).withVectors(false), durationMs), "plain code");
    }
  }

  /** A run that starts after 1e9 ms gives the same offsets within slices, to the last bit. */
  @Property(tries = 15)
  default void spikeAtTheSameOffsetsFromAnyStart(@ForAll("networks") SmallNetwork network,
      @ForAll @DoubleRange(min = 0, max = 1e9) double earlier) {
    double durationMs = 40.0;
    var plain = network.of(model(), unitWeight(), 0.0);
    for (Kernel kernel : Kernel.values()) {
      if (kernel != Kernel.BINS || installed().exactTime().hasBins()) {
        ExactOptions options = ExactOptions.of(1, network.seed()).with(kernel);
        List<TimedSpike> atZero = TimedSpike.exact(plain, options, durationMs);
        for (double startMs : new double[] {1e9, earlier}) {
          List<TimedSpike> later = TimedSpike.exact(plain, options.withStart(startMs), durationMs);
          check(later.size() == atZero.size(), kernel + " from " + startMs + " ms: " + later.size() + " spikes, "
              + atZero.size() + " from 0");
          long shift = later.isEmpty() ? 0 : later.get(0).slice() - atZero.get(0).slice();
          for (int k = 0; k < later.size(); k++) {
            TimedSpike a = atZero.get(k);
            TimedSpike b = later.get(k);
            check(a.neuron() == b.neuron() && a.offsetMs() == b.offsetMs() && a.slice() + shift == b.slice(),
                kernel + " from " + startMs + " ms: spike " + k + " is " + b + ", not " + a);
            check(Math.abs(b.timeMs() - a.timeMs() - startMs) <= 0.5, "spike " + k + " at " + b.timeMs());
          }
        }
      }
    }
  }

  private EventNeurons driven(List<Double> weights, double current) {
    EventNeurons neuron = OneNeuron.of(installed(), Map.of());
    neuron.current(0, current);
    for (double w : weights) {
      neuron.receive(0, w >= 0 ? EventNeurons.EXCITATORY : EventNeurons.INHIBITORY, w * unitWeight(), 0.0);
    }
    return neuron;
  }

  private double threshold() {
    return installed().description().parameter("V_th").defaultValue();
  }

  private static void same(List<TimedSpike> a, List<TimedSpike> b, String what) {
    check(a.equals(b), what + ": " + a.size() + " and " + b.size() + " spikes that are not the same");
  }

  private static void near(double a, double b, double tolerance, String what) {
    check(Math.abs(a - b) <= tolerance, what + ": " + a + " and " + b);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
