package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;

/**
 * What constant currents do to each membrane in one step: (I_e + stimulus current) gain. Without a stimulus it is
 * computed once; with one, per step into a scratch array. Used by one thread.
 */
final class Drive {
  private final double[] own;
  private final double[] gain;
  private final double[] still;
  private final float[] stillSingle;
  private final boolean uniform;
  private double[] moving;
  private float[] movingSingle;

  /** Drive by the parameter {@code I_e} and stimuli, with a gain such as P20 in mV/pA. */
  Drive(GridBlock block, PerNeuron gain) {
    PerNeuron current = PerNeuron.parameter(block, "I_e");
    uniform = current.uniform() && gain.uniform();
    this.gain = gain.lanes(block.paddedSize());
    own = current.lanes(block.paddedSize());
    still = PerNeuron.combine(current, gain, (i, g) -> i * g).lanes(block.paddedSize());
    stillSingle = PerNeuron.single(still);
  }

  /** Whether all neurons have the same drive as long as there is no stimulus. */
  boolean uniform() {
    return uniform;
  }

  /** Whether all neurons have the same drive in this step. */
  boolean uniform(GridInput input) {
    return uniform && input.current() == null;
  }

  /** The drive of the first neuron without a stimulus. */
  double first() {
    return still[0];
  }

  /** The drive of all neurons without a stimulus, in double precision. */
  double[] doubles() {
    return still;
  }

  /** {@link #doubles()} rounded to single precision. */
  float[] singles() {
    return stillSingle;
  }

  /** The drive of the neurons from..to in double precision: element i belongs to neuron i. */
  double[] doubles(int from, int to, GridInput input) {
    double[] current = input.current();
    if (current == null) {
      return still;
    }
    if (moving == null) {
      moving = new double[still.length];
    }
    for (int i = from; i < to; i++) {
      moving[i] = (own[i] + current[i]) * gain[i];
    }
    return moving;
  }

  /** {@link #doubles(int, int, GridInput)} rounded to single precision. */
  float[] singles(int from, int to, GridInput input) {
    double[] current = input.current();
    if (current == null) {
      return stillSingle;
    }
    if (movingSingle == null) {
      movingSingle = new float[still.length];
    }
    for (int i = from; i < to; i++) {
      movingSingle[i] = (float) ((own[i] + current[i]) * gain[i]);
    }
    return movingSingle;
  }
}
