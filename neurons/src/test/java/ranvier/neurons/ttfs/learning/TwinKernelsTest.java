package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ranvier.neurons.ttfs.TtfsParameters;

/** The fast network: vector and scalar kernels, any number of threads, and the double-precision network agree. */
class TwinKernelsTest {
  private static final int SAMPLES = 60;

  private static NetworkSpec spec(double ratio) {
    return new NetworkSpec(20, List.of(new LayerSpec(37, List.of(0.9), 0.35, 0.5, 0.6, DelayKind.AXONAL),
        new LayerSpec(18, List.of(), 0.3, 0.4, 0.6), new LayerSpec(5, List.of(0.9), 0.4, 0.6, 0.6)),
        TtfsParameters.dimensionless(ratio, 1));
  }

  private static Samples samples() {
    Random random = new Random(5);
    float[] times = new float[SAMPLES * 20];
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < times.length; i++) {
      // A tenth is silent and many are simultaneous, as in images.
      times[i] = random.nextInt(10) == 0 ? Float.POSITIVE_INFINITY
          : random.nextBoolean() ? 2f : 0.15f + 1.85f * random.nextFloat();
    }
    for (int s = 0; s < SAMPLES; s++) {
      labels[s] = random.nextInt(5);
    }
    return new Samples("random", 20, 5, times, labels);
  }

  private static Map<String, Object> trained(LearningNetwork network) {
    try (network) {
      Trainer trainer = new Trainer(network,
          new TrainingSettings(15, 0.01, 0.01, 0.05, new RateDecay.Steps(0.9, 2), Augmentation.noise(0.1),
              new Guard(0.2, 2), 0.0005, CrossEntropyLoss.PAPER), samples(), 3);
      for (int epoch = 0; epoch < 4; epoch++) {
        trainer.run();
      }
      Map<String, Object> state = network.state();
      trainer.save(state);
      return state;
    }
  }

  private static void assertSame(Map<String, Object> expected, Map<String, Object> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, array) -> {
      if (array instanceof float[] floats) {
        assertArrayEquals(floats, (float[]) actual.get(name), name);
      } else {
        assertArrayEquals((double[]) array, (double[]) actual.get(name), name);
      }
    });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void vectorAndScalarKernelsTrainToTheSameBits(double ratio) {
    assertInstanceOf(VectorKernel.class, Kernels.best());
    Quantisation six = new Quantisation(6, 0);
    assertSame(trained(new FloatNetwork(spec(ratio), six, 7, 20, 1, new ScalarKernel())),
        trained(new FloatNetwork(spec(ratio), six, 7, 20, 1, new VectorKernel())));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theNumberOfThreadsIsIrrelevant(int threads) {
    assertSame(trained(new FloatNetwork(spec(1), Quantisation.NONE, 7, 20, 1)),
        trained(new FloatNetwork(spec(1), Quantisation.NONE, 7, 20, threads)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theNumberOfThreadsIsIrrelevantToTheGeneralNetworkOnAnImperfectSubstrate(int threads) {
    NetworkSpec any = new NetworkSpec(20, List.of(new LayerSpec(12, List.of(0.9), 0.5, 0.5, 0.6, DelayKind.SYNAPTIC),
        new LayerSpec(5, List.of(), 0.6, 0.6, 0.6, DelayKind.DENDRITIC)), TtfsParameters.dimensionless(1.5, 1));
    Substrate substrate = new Substrate(new Quantisation(6, 0), 0.1, 0.05, 0.02);
    assertSame(trained(new DoubleNetwork(any, substrate, 7, 20, 1)),
        trained(new DoubleNetwork(any, substrate, 7, 20, threads)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void singleAndDoublePrecisionAgreeOnSpikesAndGradients(double ratio) {
    NetworkSpec spec = spec(ratio);
    Samples samples = samples();
    double[] errors = new Random(9).doubles(SAMPLES * 5, -0.01, 0.01).toArray();
    try (FloatNetwork fast = new FloatNetwork(spec, Quantisation.NONE, 7, SAMPLES, 1);
        DoubleNetwork exact = new DoubleNetwork(spec, Substrate.IDEAL, 7, SAMPLES, 1)) {
      fast.forward(Batch.plain(samples, 0, SAMPLES));
      exact.forward(Batch.plain(samples, 0, SAMPLES));
      int different = 0;
      int spikes = 0;
      for (int l = 0; l < 3; l++) {
        for (int b = 0; b < SAMPLES; b++) {
          for (int n = 0; n < spec.layers().get(l).neurons(); n++) {
            double t = exact.time(l, b, n);
            different += t != fast.time(l, b, n) && !(Math.abs(t - fast.time(l, b, n)) < 1e-3) ? 1 : 0;
            spikes += t == Double.POSITIVE_INFINITY ? 0 : 1;
          }
        }
      }
      assertTrue(spikes > 1500, "the test needs spikes, got " + spikes);
      // A membrane that only just touches the threshold may do so in one precision alone, and shift what follows.
      assertTrue(different <= spikes / 200, different + " of " + spikes + " spikes differ");
      Guard guard = new Guard(0.001, 2);
      fast.backward(errors, guard);
      exact.backward(errors, guard);
      for (int l = 0; l < 3; l++) {
        assertTrue(correlation(fast.weightGradient(l), exact.weightGradient(l)) > 0.999,
            "layer " + l + ": " + correlation(fast.weightGradient(l), exact.weightGradient(l)));
      }
    }
  }

  private static double correlation(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void exponentialAndLogarithmAreAccurate() {
    for (int i = -8000; i <= 8000; i++) {
      float x = i / 100f;
      assertEquals(1, FloatMath.exp(x) / Math.exp(x), 3e-7, "exp " + x);
      float y = (float) Math.exp(x);
      assertEquals(Math.log(y), FloatMath.log(y), 3e-7 * Math.max(1, Math.abs(x)), "log " + y);
    }
  }
}
