package ranvier.neurons.ttfs.eventprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import ranvier.neurons.ttfs.FirstSpike;
import ranvier.neurons.ttfs.Membrane;
import ranvier.neurons.ttfs.TtfsParameters;

/** Gradients of the adjoint walk against finite differences and against the first-spike formulas. */
class EventPropProperties {
  private static final double UNTIL = 6;
  private static final double[] RATIOS = {1, 2, 2.83, 0.615};

  private static final class Case {
    final int inputs = 4;
    final int neurons = 5;
    final double ratio;
    final double recurrentDelay;
    final int[] channels;
    final double[] times;
    final double[][] in;
    final double[][] rec;

    Case(Random random) {
      ratio = RATIOS[random.nextInt(RATIOS.length)];
      recurrentDelay = random.nextBoolean() ? 0 : 0.3 + random.nextDouble();
      int n = 12;
      channels = random.ints(n, 0, inputs).toArray();
      times = random.doubles(n, 0, 4).toArray();
      in = IntStream.range(0, inputs).mapToObj(r -> random.doubles(neurons, 0.2, 2.5).toArray())
          .toArray(double[][]::new);
      rec = IntStream.range(0, neurons).mapToObj(r -> random.doubles(neurons, -0.8, 0.8).toArray())
          .toArray(double[][]::new);
    }

    RecurrentNetwork run(double step, double[][] dIn, double[][] dRec, double[] dTimes, double dDelay) {
      RecurrentNetwork network = new RecurrentNetwork(inputs, neurons, RecurrentNetwork.neuron(ratio, 1, 1), -0.2, 0.1,
          recurrentDelay + step * dDelay);
      for (int j = 0; j < neurons; j++) {
        for (int c = 0; c < inputs; c++) {
          network.setInputWeight(c, j, in[c][j] + step * dIn[c][j]);
        }
        for (int k = 0; k < neurons; k++) {
          network.setRecurrentWeight(k, j, rec[k][j] + step * dRec[k][j]);
        }
      }
      double[] moved = times.clone();
      Arrays.setAll(moved, k -> times[k] + step * dTimes[k]);
      network.run(channels, moved, UNTIL);
      return network;
    }
  }

  private static double loss(RecurrentNetwork network, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += 0.5 * network.spikeTime(k) * network.spikeTime(k) * (1 + network.spikingNeuron(k));
    }
    return sum;
  }

  @Property(tries = 400)
  void recurrentGradientsEqualFiniteDifferences(@ForAll long seed) {
    Random random = new Random(seed);
    Case c = new Case(random);
    double[][] dIn = Arrays.stream(c.in).map(r -> random.doubles(r.length, -1, 1).toArray()).toArray(double[][]::new);
    double[][] dRec = Arrays.stream(c.rec).map(r -> random.doubles(r.length, -1, 1).toArray()).toArray(double[][]::new);
    double[] dTimes = random.doubles(c.times.length, -1, 1).toArray();
    double dDelay = c.recurrentDelay == 0 ? 0 : random.nextDouble();
    RecurrentNetwork network = c.run(0, dIn, dRec, dTimes, dDelay);
    int spikes = network.spikes();
    Assume.that(spikes > 0);
    double[] perSpike = new double[spikes];
    Arrays.setAll(perSpike, k -> network.spikeTime(k) * (1 + network.spikingNeuron(k)));
    Adjoint adjoint = new Adjoint(network);
    adjoint.run(perSpike, 0);
    double expected = adjoint.recurrentDelayGradient() * dDelay;
    double size = Math.abs(expected);
    for (int j = 0; j < c.neurons; j++) {
      for (int k = 0; k < c.inputs; k++) {
        expected += dIn[k][j] * adjoint.inputGradient(k, j);
        size += Math.abs(adjoint.inputGradient(k, j));
      }
      for (int k = 0; k < c.neurons; k++) {
        expected += dRec[k][j] * adjoint.recurrentGradient(k, j);
        size += Math.abs(adjoint.recurrentGradient(k, j));
      }
    }
    for (int k = 0; k < dTimes.length; k++) {
      expected += dTimes[k] * adjoint.inputTimeGradient(k);
      size += Math.abs(adjoint.inputTimeGradient(k));
    }
    double coarse = slope(c, dIn, dRec, dTimes, dDelay, spikes, 2e-5);
    double fine = slope(c, dIn, dRec, dTimes, dDelay, spikes, 1e-5);
    // Near a spike that appears or vanishes, or an overtaking, the loss is not smooth within the stencil.
    Assume.that(size < 1e4 && Math.abs(coarse - fine) < 1e-7 * Math.max(1, size));
    assertEquals(fine, expected, 1e-6 * Math.max(1, size));
  }

  private static double slope(Case c, double[][] dIn, double[][] dRec, double[] dTimes, double dDelay, int spikes,
      double h) {
    double[] weights = {1, -8, 8, -1};
    double[] at = {-2, -1, 1, 2};
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      RecurrentNetwork moved = c.run(at[k] * h, dIn, dRec, dTimes, dDelay);
      if (moved.spikes() != spikes) {
        return Double.NaN;
      }
      sum += weights[k] * loss(moved, spikes);
    }
    return sum / (12 * h);
  }

  @Property(tries = 400)
  void firstSpikesHaveTheGradientOfTheFirstSpikeFormulas(@ForAll long seed) {
    Random random = new Random(seed);
    double ratio = RATIOS[random.nextInt(RATIOS.length)];
    TtfsParameters neuron = RecurrentNetwork.neuron(ratio, 1, 1);
    int n = 8;
    double[] times = random.doubles(n, 0, 2).toArray();
    double[] weights = random.doubles(n, -0.5, 3).toArray();
    // A reset that deep never lets the neuron spike again.
    RecurrentNetwork network = new RecurrentNetwork(n, 1, neuron, -1000, 0, 0);
    IntStream.range(0, n).forEach(i -> network.setInputWeight(i, 0, weights[i]));
    network.run(IntStream.range(0, n).toArray(), times, 50);
    Membrane membrane = Membrane.of(neuron);
    FirstSpike spike = new FirstSpike();
    int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> times[i])).mapToInt(i -> i)
        .toArray();
    double t = spike.find(membrane, times, weights, order, n);
    assertEquals(t == Double.POSITIVE_INFINITY ? 0 : 1, network.spikes());
    Assume.that(spike.slope() > 1e-2);
    assertEquals(t, network.spikeTime(0), 1e-10);
    Adjoint adjoint = new Adjoint(network);
    adjoint.run(new double[] {1}, 0);
    for (int k = 0; k < n; k++) {
      boolean causal = times[k] < t;
      double since = t - times[k];
      assertEquals(causal ? FirstSpike.perWeight(membrane, since, spike.slope()) : 0, adjoint.inputGradient(k, 0),
          1e-8 / spike.slope());
      assertEquals(causal ? FirstSpike.perTime(membrane, weights[k], since, spike.slope()) : 0,
          adjoint.inputTimeGradient(k), 1e-8 / spike.slope());
    }
    assertTrue(adjoint.inputDelayGradient() > 0.999 && adjoint.inputDelayGradient() < 1.001);
  }
}
