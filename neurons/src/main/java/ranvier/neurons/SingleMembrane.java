package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/** The twin of {@link DoubleMembrane} in single precision: the same operations in the same order. */
abstract class SingleMembrane implements GridNeurons {
  /** Potential relative to E_L in mV. */
  final float[] v;
  final int[] activeAt;
  final float[] threshold;
  final float[] reset;
  final Drive drive;
  /** Scratch for the potentials of neurons that are not refractory. */
  final float[] moved;
  /** Whether all coefficients but the drive are shared by all neurons. */
  final boolean uniform;
  private final Membrane membrane;
  private final float[][] arrivals;

  SingleMembrane(GridBlock block, Membrane membrane, Drive drive, boolean uniform) {
    this.membrane = membrane;
    this.drive = drive;
    this.uniform = uniform;
    v = block.singles("V_m");
    System.arraycopy(PerNeuron.single(membrane.initialPotential(block)), 0, v, 0, v.length);
    activeAt = membrane.refractoriness.activeAt();
    threshold = lanes(membrane.threshold);
    reset = lanes(membrane.reset);
    moved = new float[v.length];
    arrivals = new float[block.receptors().size()][v.length];
  }

  /** A coefficient of each neuron; a single number if all coefficients are shared. */
  final float[] lanes(PerNeuron coefficient) {
    return uniform ? new float[] {(float) coefficient.at(0)} : PerNeuron.single(coefficient.lanes(v.length));
  }

  /** A state array that starts with the given values of the variable. */
  static float[] state(GridBlock block, String variable) {
    float[] state = block.singles(variable);
    System.arraycopy(PerNeuron.single(block.initial(variable)), 0, state, 0, state.length);
    return state;
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    advance(from, to, step, input, 0, drive.singles(from, to, input), spikes);
  }

  /** Advances the neurons from..to, whose input starts at an offset. */
  final void advance(int from, int to, int step, GridInput input, int offset, float[] driven, SpikeSink spikes) {
    for (int channel = 0; channel < arrivals.length; channel++) {
      System.arraycopy(input.single(channel), offset, arrivals[channel], from, to - from);
    }
    advanceArrived(from, to, step, driven, spikes);
  }

  /** Advances the neurons from..to, whose sums start at an offset after the first; without a stimulus. */
  final void advance(int from, int to, int step, InputSums sums, int offset, SpikeSink spikes) {
    for (int channel = 0; channel < arrivals.length; channel++) {
      int shift = sums.first(channel) + offset - from;
      for (int i = from; i < to; i++) {
        arrivals[channel][i] = sums.of(channel)[shift + i] * (float) sums.unit(channel);
        sums.of(channel)[shift + i] = 0;
      }
    }
    advanceArrived(from, to, step, drive.singles(), spikes);
  }

  private void advanceArrived(int from, int to, int step, float[] driven, SpikeSink spikes) {
    move(from, to, step, driven, arrivals);
    if (uniform) {
      spikesAbove(threshold[0], from, to, step, spikes);
    } else {
      spikesAbove(threshold, from, to, step, spikes);
    }
  }

  /**
   * Advances the neurons from..to to the end of the step, short of the threshold test.
   *
   * @param driven element i is the drive of neuron i
   * @param arriving element [c][i] is the input of neuron i through receptor c
   */
  abstract void move(int from, int to, int step, float[] driven, float[][] arriving);

  /** 1 for a neuron whose potential moves in this step, 0 for a refractory one. */
  static float free(int step, int activeAt) {
    return (float) (1 + ((step - activeAt) >> 31));
  }

  /** Takes over {@link #moved} of all neurons that are not refractory; the others are held at their reset. */
  final void hold(int from, int to, int step) {
    if (uniform) {
      hold(v, moved, activeAt, reset[0], from, to, step);
    } else {
      hold(v, moved, activeAt, reset, from, to, step);
    }
  }

  private static void hold(float[] v, float[] moved, int[] activeAt, float held, int from, int to, int step) {
    for (int i = from; i < to; i++) {
      float free = free(step, activeAt[i]);
      v[i] = free * moved[i] + (1 - free) * held;
    }
  }

  private static void hold(float[] v, float[] moved, int[] activeAt, float[] held, int from, int to, int step) {
    for (int i = from; i < to; i++) {
      float free = free(step, activeAt[i]);
      v[i] = free * moved[i] + (1 - free) * held[i];
    }
  }

  /** Exponential decay of a synaptic variable, then addition of what arrives. */
  static void decay(float[] state, float factor, float[] arriving, int from, int to) {
    for (int i = from; i < to; i++) {
      state[i] = state[i] * factor + arriving[i];
    }
  }

  /** The same with a factor of each neuron. */
  static void decay(float[] state, float[] factor, float[] arriving, int from, int to) {
    for (int i = from; i < to; i++) {
      state[i] = state[i] * factor[i] + arriving[i];
    }
  }

  private void spikesAbove(float limit, int from, int to, int step, SpikeSink spikes) {
    for (int i = from; i < to; i++) {
      if (v[i] >= limit) {
        spike(i, step, spikes);
      }
    }
  }

  private void spikesAbove(float[] limit, int from, int to, int step, SpikeSink spikes) {
    for (int i = from; i < to; i++) {
      if (v[i] >= limit[i]) {
        spike(i, step, spikes);
      }
    }
  }

  /** Neurons of a vector that spike, given as bits. */
  final void spikes(int first, long lanes, int step, SpikeSink spikes) {
    for (long left = lanes; left != 0; left &= left - 1) {
      spike(first + Long.numberOfTrailingZeros(left), step, spikes);
    }
  }

  /** A neuron spikes at the end of a step. */
  final void spike(int neuron, int step, SpikeSink spikes) {
    v[neuron] = (float) membrane.reset.at(neuron);
    membrane.refractoriness.begin(neuron, step);
    spikes.spike(neuron);
  }
}
