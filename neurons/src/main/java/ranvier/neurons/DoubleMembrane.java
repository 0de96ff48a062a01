package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/**
 * A block of integrate-and-fire neurons in double precision, advanced by plain loops of which the compiler makes vector
 * code: no branches (refractoriness is arithmetic); every array read at the same index, input and drive included, or it
 * could not know that no store meets another load; few operations per loop, or it does not unroll it far enough. Then a
 * pass looks for spikes.
 */
abstract class DoubleMembrane implements GridNeurons {
  /** Potential relative to E_L in mV. */
  final double[] v;
  final int[] activeAt;
  final double[] threshold;
  final double[] reset;
  final Drive drive;
  /** Scratch for the potentials of neurons that are not refractory. */
  final double[] moved;
  /** Whether all coefficients but the drive are shared by all neurons. */
  final boolean uniform;
  private final Membrane membrane;
  private final double[][] arrivals;

  DoubleMembrane(GridBlock block, Membrane membrane, Drive drive, boolean uniform) {
    this.membrane = membrane;
    this.drive = drive;
    this.uniform = uniform;
    v = block.doubles("V_m");
    System.arraycopy(membrane.initialPotential(block), 0, v, 0, v.length);
    activeAt = membrane.refractoriness.activeAt();
    threshold = lanes(membrane.threshold);
    reset = lanes(membrane.reset);
    moved = new double[v.length];
    arrivals = new double[block.receptors().size()][v.length];
  }

  /** A coefficient of each neuron; a single number if all coefficients are shared. */
  final double[] lanes(PerNeuron coefficient) {
    return uniform ? new double[] {coefficient.at(0)} : coefficient.lanes(v.length);
  }

  /** A state array that starts with the given values of the variable. */
  static double[] state(GridBlock block, String variable) {
    double[] state = block.doubles(variable);
    System.arraycopy(block.initial(variable), 0, state, 0, state.length);
    return state;
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    advance(from, to, step, input, 0, drive.doubles(from, to, input), spikes);
  }

  /** Advances the neurons from..to, whose input starts at an offset. */
  final void advance(int from, int to, int step, GridInput input, int offset, double[] driven, SpikeSink spikes) {
    for (int channel = 0; channel < arrivals.length; channel++) {
      System.arraycopy(input.doubles(channel), offset, arrivals[channel], from, to - from);
    }
    advanceArrived(from, to, step, driven, spikes);
  }

  /** Advances the neurons from..to, whose sums start at an offset after the first; without a stimulus. */
  final void advance(int from, int to, int step, InputSums sums, int offset, SpikeSink spikes) {
    for (int channel = 0; channel < arrivals.length; channel++) {
      int shift = sums.first(channel) + offset - from;
      for (int i = from; i < to; i++) {
        arrivals[channel][i] = sums.of(channel)[shift + i] * sums.unit(channel);
        sums.of(channel)[shift + i] = 0;
      }
    }
    advanceArrived(from, to, step, drive.doubles(), spikes);
  }

  private void advanceArrived(int from, int to, int step, double[] driven, SpikeSink spikes) {
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
  abstract void move(int from, int to, int step, double[] driven, double[][] arriving);

  /** 1 for a neuron whose potential moves in this step, 0 for a refractory one. */
  static double free(int step, int activeAt) {
    return (double) (1 + ((step - activeAt) >> 31));
  }

  /** Takes over {@link #moved} of all neurons that are not refractory; the others are held at their reset. */
  final void hold(int from, int to, int step) {
    if (uniform) {
      hold(v, moved, activeAt, reset[0], from, to, step);
    } else {
      hold(v, moved, activeAt, reset, from, to, step);
    }
  }

  private static void hold(double[] v, double[] moved, int[] activeAt, double held, int from, int to, int step) {
    for (int i = from; i < to; i++) {
      double free = free(step, activeAt[i]);
      v[i] = free * moved[i] + (1 - free) * held;
    }
  }

  private static void hold(double[] v, double[] moved, int[] activeAt, double[] held, int from, int to, int step) {
    for (int i = from; i < to; i++) {
      double free = free(step, activeAt[i]);
      v[i] = free * moved[i] + (1 - free) * held[i];
    }
  }

  /** Exponential decay of a synaptic variable, then addition of what arrives. */
  static void decay(double[] state, double factor, double[] arriving, int from, int to) {
    for (int i = from; i < to; i++) {
      state[i] = state[i] * factor + arriving[i];
    }
  }

  /** The same with a factor of each neuron. */
  static void decay(double[] state, double[] factor, double[] arriving, int from, int to) {
    for (int i = from; i < to; i++) {
      state[i] = state[i] * factor[i] + arriving[i];
    }
  }

  private void spikesAbove(double limit, int from, int to, int step, SpikeSink spikes) {
    for (int i = from; i < to; i++) {
      if (v[i] >= limit) {
        spike(i, step, spikes);
      }
    }
  }

  private void spikesAbove(double[] limit, int from, int to, int step, SpikeSink spikes) {
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
    v[neuron] = membrane.reset.at(neuron);
    membrane.refractoriness.begin(neuron, step);
    spikes.spike(neuron);
  }
}
