package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GridConvergesProperties {
  private static final double[] STEPS_MS = {0x1.0p-3, 0x1.0p-4, 0x1.0p-5, 0x1.0p-6, 0x1.0p-7};

  /**
   * A spike is reported at the end of its step, so the k-th error of a neuron is a sum of k numbers that are uniform
   * over a step. Averaged over 100 spikes and more, the error of one step size scatters by 10 %; over a range of 16 in
   * the step that is 0.03 in the slope (one standard deviation of five points), and three of these are allowed.
   */
  @Property(tries = 8, seed = "20031")
  void errorsFallWithOrderOneOrBetter(@ForAll @IntRange(min = 1, max = 1000) int seed,
      @ForAll @DoubleRange(min = 500, max = 800) double current, @ForAll @DoubleRange(min = 0,
          max = 40) double weight) {
    double order = GridConvergence.of(seed, current, weight).order(STEPS_MS);
    assertTrue(order > 0.9, "order " + order);
  }
}
