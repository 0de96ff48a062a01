package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.ExactBlock;
import ranvier.neurons.IafPscExp;

/** Vector code advances a bin to the same bits as plain code. */
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
    a.width(0.5);
    b.width(0.5);
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
}
