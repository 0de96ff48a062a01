package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ranvier.neurons.ttfs.TtfsParameters;

class TrainerTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(20, 0.01, 0, 0, new RateDecay.Steps(0.95, 20), Augmentation.NONE, Guard.REFERENCE, 0.0005,
          CrossEntropyLoss.PAPER);

  private static NetworkSpec spec(double mean, double maxMissing, double maxMissingLabels) {
    return new NetworkSpec(2, List.of(new LayerSpec(20, List.of(0.9), mean, 0.8, maxMissing),
        new LayerSpec(2, List.of(0.9), 0.5, 0.5, maxMissingLabels)), TtfsParameters.dimensionless(1, 1));
  }

  /** Which of two inputs spikes first. */
  private static Samples order(int n) {
    Random random = new Random(1);
    float[] times = new float[2 * n];
    int[] labels = new int[n];
    for (int s = 0; s < n; s++) {
      times[2 * s] = 0.15f + 1.85f * random.nextFloat();
      times[2 * s + 1] = 0.15f + 1.85f * random.nextFloat();
      labels[s] = times[2 * s] < times[2 * s + 1] ? 0 : 1;
    }
    return new Samples("order", 2, 2, times, labels);
  }

  @Test
  void learnsWhichInputIsEarlier() {
    try (FloatNetwork network = new FloatNetwork(spec(1.5, 0.3, 0), Quantisation.NONE, 1, 100, 1)) {
      Trainer trainer = new Trainer(network, SETTINGS, order(400), 1);
      for (int epoch = 0; epoch < 40; epoch++) {
        trainer.run();
      }
      assertTrue(Evaluation.of(network, order(400), CrossEntropyLoss.PAPER).accuracy() > 0.9);
    }
  }

  @Test
  void silentNeuronsAreRaisedByDoublingAmounts() {
    try (DoubleNetwork network = new DoubleNetwork(spec(-3, 0.5, 0.5), Substrate.IDEAL, 1, 20, 1)) {
      double[] before = network.weights(0);
      double[] upper = network.weights(1);
      Trainer trainer = new Trainer(network, SETTINGS, order(60), 1);
      EpochReport report = trainer.run();
      assertEquals(3, report.bumps());
      double[] after = network.weights(0);
      int raised = 0;
      for (int i = 0; i < after.length; i++) {
        double by = after[i] - before[i];
        // Three batches in a row: 0.0005 (1 + 2 + 4); a neuron that spikes for all samples of a batch is left alone.
        assertTrue(by == 0 || by <= 0.0035 + 1e-12);
        raised += Math.abs(by - 0.0035) < 1e-12 ? 1 : 0;
      }
      assertTrue(raised > after.length / 2);
      assertArrayEquals(upper, network.weights(1));
    }
  }

  /** Without a gradient Adam does not move. */
  @Test
  void aStepShrinksAllWeightsByTheSamePart() {
    try (FloatNetwork single = new FloatNetwork(spec(1.5, 0.5, 0.5), Quantisation.NONE, 1, 20, 1);
        DoubleNetwork exact = new DoubleNetwork(spec(1.5, 0.5, 0.5), Substrate.IDEAL, 1, 20, 1)) {
      for (LearningNetwork network : List.of(single, exact)) {
        double[] before = network.weights(0);
        network.step(0.1, 0, 0.25);
        double[] after = network.weights(0);
        for (int i = 0; i < before.length; i++) {
          assertEquals(0.75 * before[i], after[i], 1e-7 * Math.abs(before[i]));
        }
      }
    }
  }

  @Test
  void aResumedTrainingGoesOnAsIfItHadNotStopped() {
    Samples samples = order(100);
    try (FloatNetwork whole = new FloatNetwork(spec(1.5, 0.5, 0.5), Quantisation.NONE, 1, 20, 1);
        FloatNetwork half = new FloatNetwork(spec(1.5, 0.5, 0.5), Quantisation.NONE, 1, 20, 1);
        FloatNetwork resumed = new FloatNetwork(spec(1.5, 0.5, 0.5), Quantisation.NONE, 1, 20, 1)) {
      Trainer straight = new Trainer(whole, SETTINGS, samples, 2);
      Trainer first = new Trainer(half, SETTINGS, samples, 2);
      for (int epoch = 0; epoch < 3; epoch++) {
        straight.run();
        first.run();
      }
      Map<String, Object> state = half.state();
      first.save(state);
      resumed.restore(state);
      Trainer second = new Trainer(resumed, SETTINGS, samples, 2);
      second.restore(state);
      for (int epoch = 0; epoch < 3; epoch++) {
        straight.run();
        second.run();
      }
      assertArrayEquals(whole.weights(0), resumed.weights(0));
      assertArrayEquals(whole.weights(1), resumed.weights(1));
    }
  }

  @Test
  void aStateOfAnotherNetworkIsRefused() {
    try (FloatNetwork network = new FloatNetwork(spec(1, 0.5, 0.5), Quantisation.NONE, 1, 20, 1);
        DoubleNetwork other = new DoubleNetwork(spec(1, 0.5, 0.5), Substrate.IDEAL, 1, 20, 1)) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> network.restore(other.state()));
      assertTrue(refused.getMessage().contains("layer0.weights"), refused.getMessage());
    }
  }

  @Test
  void quantisedWeightsLieOnTheGridAndWithinTheScale() {
    Quantisation six = new Quantisation(6, 2.1);
    double step = 2.1 / 63;
    assertEquals(2.1, six.stored(5, six.scale(9)), 1e-15);
    assertEquals(-2.1, six.stored(-5, six.scale(9)), 1e-15);
    assertEquals(7 * step, six.stored(7.4 * step, six.scale(9)), 1e-15);
    assertEquals(0.123, Quantisation.NONE.stored(0.123, 9));
  }
}
