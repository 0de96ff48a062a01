package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ranvier.engine.memory.StateArray;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;

/** Random populations under random input, the same for equal seeds. */
final class RandomRun {
  private final NeuronModel model;
  private final long seed;
  private final boolean mixed;
  private final double weight;
  private double unit;
  private double amount;

  /**
   * A random run.
   *
   * @param mixed whether parameters differ between neurons
   * @param weight size of the arriving weights
   */
  RandomRun(NeuronModel model, long seed, boolean mixed, double weight) {
    this.model = model;
    this.seed = seed;
    this.mixed = mixed;
    this.weight = weight;
  }

  /** Offers arrivals as integer sums of units. */
  RandomRun inUnits(double newUnit) {
    unit = newUnit;
    return this;
  }

  /** Adds spikes of an amount to every neuron, which are offered as counts. */
  RandomRun counting(double newAmount) {
    amount = newAmount;
    return this;
  }

  /** Neurons with random parameters near the defaults, and a current that makes many of them spike. */
  TestPopulation population() {
    Random random = new Random(seed);
    TestPopulation population = new TestPopulation(model, 1 + random.nextInt(150));
    for (ParameterSpec p : model.description().parameters()) {
      boolean one = !mixed || p.name().endsWith("integration");
      double[] values = new double[one ? 1 : population.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(p, random);
      }
      population.set(p.name(), values);
    }
    if (random.nextBoolean() && model.description().parameter("tau_syn_in") != null) {
      double[] tau = new double[mixed ? population.size() : 1];
      Arrays.setAll(tau, i -> population.of("tau_syn_ex", i));
      population.set("tau_syn_in", tau);
    }
    double[] v = new double[population.size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = -70 + 10 * random.nextDouble();
    }
    v[0] = population.of("V_th", 0) + 20;
    return population.start("V_m", v);
  }

  /** The population under random arrivals and currents, advanced to the end of a step. */
  GridRun to(int last, TestBlock.Form form, int chunk) {
    Random random = new Random(seed + 1);
    GridRun run = new GridRun(population(), form, chunk);
    int size = run.block().size();
    for (int k = 0; k < last * size / 20; k++) {
      double w = weight * random.nextDouble() * (random.nextInt(4) == 0 ? -3 : 1);
      run.arrive(random.nextInt(size), 1 + random.nextInt(last), w);
    }
    if (random.nextBoolean()) {
      for (int k = 0; k < 5; k++) {
        int from = 1 + random.nextInt(last);
        run.current(random.nextInt(size), from, from + random.nextInt(last), 300 * random.nextGaussian());
      }
    }
    run.inUnits(unit).counting(amount).to(last);
    assertFalse(run.spikes().isEmpty(), "the run must have spikes to say anything");
    return run;
  }

  /** Demands equal spikes and equal bits of every number of the state. */
  static void assertSame(GridRun a, GridRun b) {
    assertEquals(a.spikes(), b.spikes());
    List<StateArray> left = a.block().arrays();
    List<StateArray> right = b.block().arrays();
    assertEquals(left.size(), right.size());
    for (int k = 0; k < left.size(); k++) {
      String name = left.get(k).variable();
      assertEquals(name, right.get(k).variable());
      switch (left.get(k).values()) {
        case double[] d -> assertArrayEquals(bits(d), bits((double[]) right.get(k).values()), name);
        case float[] f -> assertArrayEquals(bits(f), bits((float[]) right.get(k).values()), name);
        case int[] i -> assertArrayEquals(i, (int[]) right.get(k).values(), name);
        default -> throw new IllegalStateException(name);
      }
    }
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  private double value(ParameterSpec p, Random random) {
    double u = random.nextDouble();
    if (p.range() == Range.BOOLEAN || p.name().equals("integration")) {
      return random.nextInt(2);
    }
    return switch (p.name()) {
      case "V_min" -> random.nextBoolean() ? p.defaultValue() : -75;
      case "t_ref" -> 0.1 * random.nextInt(30);
      case "I_e" -> 600 * u;
      case "Delta_T" -> 1 + u;
      case "V_reset", "c" -> -62 - 8 * u;
      default -> p.unit().equals("mV") ? p.defaultValue() + 4 * (u - 0.5) : p.defaultValue() * (0.5 + u);
    };
  }
}
