package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.ExactBlock;
import ranvier.neurons.IafPscExp;

/** Vector code advances a bin to the same bits as plain code; the bound of both holds. */
class ExponentialVectorsProperties {
  /** Neurons with random potentials, currents and thresholds, some of them close to spiking. */
  private static final class RandomBlock implements ExactBlock {
    private final int size;
    private final Map<String, Double> shared;
    private final VectorGate gate;
    private final Map<String, double[]> state = new HashMap<>();

    RandomBlock(int size, Map<String, Double> shared, VectorGate gate) {
      this.size = size;
      this.shared = shared;
      this.gate = gate;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public double[] values(String parameter) {
      double[] values = new double[size];
      Arrays.fill(values, shared.getOrDefault(parameter,
          new IafPscExp().description().parameter(parameter).defaultValue()));
      if (parameter.equals("V_th") || parameter.equals("I_e")) {
        Random random = new Random(parameter.hashCode());
        Arrays.setAll(values, i -> values[i] + random.nextGaussian());
      }
      return values;
    }

    @Override
    public double[] initial(String variable) {
      Random random = new Random(variable.hashCode());
      return random.doubles(size, variable.equals("V_m") ? -75.0 : -500.0, variable.equals("V_m") ? -54.0 : 800.0)
          .toArray();
    }

    @Override
    public double[] doubles(String variable) {
      return state.computeIfAbsent(variable, v -> new double[size]);
    }

    @Override
    public VectorGate vectorGate() {
      return gate;
    }
  }

  @Property(tries = 200)
  void vectorCodeGivesTheSameBits(@ForAll @IntRange(min = 1, max = 100) int size,
      @ForAll @DoubleRange(min = 0.3, max = 20) double tauEx, @ForAll @DoubleRange(min = 0.3, max = 20) double tauIn,
      @ForAll long seed) {
    Map<String, Double> shared = Map.of("tau_syn_ex", tauEx, "tau_syn_in", tauIn);
    RandomBlock plain = new RandomBlock(size, shared, VectorGate.closed());
    RandomBlock vectors = new RandomBlock(size, shared, VectorGate.opened());
    ExponentialNeurons a = new ExponentialNeurons(plain);
    ExponentialNeurons b = new ExponentialNeurons(vectors);
    a.width(0.5, true);
    b.width(0.5, true);
    Random random = new Random(seed);
    for (int bin = 0; bin < 3; bin++) {
      double[] excitatory = random.doubles(2L * size, 0.0, 3.0).toArray();
      double[] inhibitory = random.doubles(2L * size, -3.0, 0.0).toArray();
      byte[] riskyA = new byte[size];
      byte[] riskyB = new byte[size];
      a.update(0, size, excitatory.clone(), inhibitory.clone(), riskyA);
      b.update(0, size, excitatory, inhibitory, riskyB);
      assertArrayEquals(riskyA, riskyB);
      assertArrayEquals(new double[2 * size], excitatory, 0.0);
      assertArrayEquals(new double[2 * size], inhibitory, 0.0);
      assertArrayEquals(a.room, b.room, 0.0f);
      plain.state.forEach((variable, values) -> assertArrayEquals(values, vectors.doubles(variable), 0.0, variable));
    }
  }

  /** Between arrivals V stays below the bound that an update leaves. */
  @Property(tries = 500)
  void boundHolds(@ForAll @DoubleRange(min = 0.3, max = 20) double tauEx,
      @ForAll @DoubleRange(min = 0.3, max = 20) double tauIn, @ForAll long seed) {
    int size = 50;
    double width = 0.5 * Math.min(tauEx, Math.min(tauIn, 10.0));
    RandomBlock block = new RandomBlock(size, Map.of("tau_syn_ex", tauEx, "tau_syn_in", tauIn), VectorGate.closed());
    ExponentialNeurons neurons = new ExponentialNeurons(block);
    neurons.width(width, false);
    Random random = new Random(seed);
    for (String variable : List.of("V_m", "I_syn_ex", "I_syn_in")) {
      double[] values = block.doubles(variable);
      Arrays.setAll(values, i -> variable.equals("V_m") ? -60.0 + 5.0 * random.nextGaussian()
          : 300.0 * random.nextGaussian());
    }
    neurons.update(0, size, new double[2 * size], new double[2 * size], new byte[size]);
    double[] threshold = block.values("V_th");
    for (int i = 0; i < size; i++) {
      double bound = threshold[i] - neurons.room[i];
      double largest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k <= 200; k++) {
        neurons.rewind(i);
        neurons.advance(i, width * k / 200, false);
        largest = Math.max(largest, neurons.value(i, "V_m"));
      }
      // Room is kept in single precision.
      assertTrue(largest <= bound + 1e-5, () -> "bound " + bound);
    }
  }
}
