package ranvier.neurons;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import ranvier.engine.model.GridBlock;

/**
 * A number for each neuron of a block: one shared by all, or an array of the padded size. Propagators and other
 * coefficients are derived from parameters once, when a block is built; what is derived from shared numbers is shared.
 * Immutable.
 */
final class PerNeuron {
  /** A function of three numbers. */
  @FunctionalInterface
  interface Ternary {
    double apply(double a, double b, double c);
  }

  private final double[] values;

  private PerNeuron(double[] values) {
    this.values = values;
  }

  /** A parameter of the block's neurons. */
  static PerNeuron parameter(GridBlock block, String name) {
    return block.parameters().uniform(name)
        ? new PerNeuron(new double[] {block.parameters().shared(name)})
        : new PerNeuron(block.values(name));
  }

  /** The same function of each neuron's number. */
  PerNeuron map(DoubleUnaryOperator function) {
    return new PerNeuron(Arrays.stream(values).map(function).toArray());
  }

  /** A function of two numbers of each neuron. */
  static PerNeuron combine(PerNeuron a, PerNeuron b, DoubleBinaryOperator function) {
    double[] result = new double[Math.max(a.values.length, b.values.length)];
    Arrays.setAll(result, i -> function.applyAsDouble(a.at(i), b.at(i)));
    return new PerNeuron(result);
  }

  /** A function of three numbers of each neuron. */
  static PerNeuron combine(PerNeuron a, PerNeuron b, PerNeuron c, Ternary function) {
    double[] result = new double[Math.max(a.values.length, Math.max(b.values.length, c.values.length))];
    Arrays.setAll(result, i -> function.apply(a.at(i), b.at(i), c.at(i)));
    return new PerNeuron(result);
  }

  /** Whether one number is shared by all. */
  boolean uniform() {
    return values.length == 1;
  }

  /** Whether each of them is shared by all. */
  static boolean allUniform(PerNeuron... numbers) {
    return Arrays.stream(numbers).allMatch(PerNeuron::uniform);
  }

  /** Whether a condition holds for each neuron's number. */
  boolean all(DoublePredicate condition) {
    return Arrays.stream(values).allMatch(condition);
  }

  /** The number of one neuron. */
  double at(int neuron) {
    return values[values.length == 1 ? 0 : neuron];
  }

  /** One number per neuron of a block of the padded size. */
  double[] lanes(int paddedSize) {
    if (!uniform()) {
      return values.clone();
    }
    double[] lanes = new double[paddedSize];
    Arrays.fill(lanes, values[0]);
    return lanes;
  }

  /** Each number rounded to single precision. */
  static float[] single(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
