package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;

/**
 * What constant currents do to each membrane in one step: gain (I_e + stimulus current). Without a stimulus it is
 * computed once; with one, per step into a scratch array. Used by one thread.
 */
final class Drive {
  private final PerNeuron own;
  private final PerNeuron gain;
  private final int paddedSize;
  private final double[] still;
  private final float[] stillSingle;
  private final boolean uniform;
  private double[] moving;
  private float[] movingSingle;

  /** Drive by the parameter {@code I_e} and stimuli, with a gain such as P20 in mV/pA. */
  Drive(GridBlock block, PerNeuron gain) {
    this.gain = gain;
    own = PerNeuron.parameter(block, "I_e");
    paddedSize = block.paddedSize();
    PerNeuron product = PerNeuron.combine(own, gain, (current, g) -> current * g);
    uniform = product.uniform();
    still = product.lanes();
    stillSingle = PerNeuron.single(still);
  }

  /** Whether {@link #doubles} and {@link #singles} hold equal numbers, to be read from index 0 for any neuron. */
  boolean uniform(GridInput input) {
    return uniform && input.current() == null;
  }

  /** The drive of the neurons from..to in double precision: element i belongs to neuron i, see {@link #uniform}. */
  double[] doubles(int from, int to, GridInput input) {
    double[] current = input.current();
    if (current == null) {
      return still;
    }
    if (moving == null) {
      moving = new double[paddedSize];
    }
    for (int i = from; i < to; i++) {
      moving[i] = (own.at(i) + current[i]) * gain.at(i);
    }
    return moving;
  }

  /** {@link #doubles} rounded to single precision. */
  float[] singles(int from, int to, GridInput input) {
    double[] current = input.current();
    if (current == null) {
      return stillSingle;
    }
    if (movingSingle == null) {
      movingSingle = new float[paddedSize];
    }
    for (int i = from; i < to; i++) {
      movingSingle[i] = (float) ((own.at(i) + current[i]) * gain.at(i));
    }
    return movingSingle;
  }
}
