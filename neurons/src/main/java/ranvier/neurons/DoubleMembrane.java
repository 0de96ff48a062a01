package ranvier.neurons;

import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;

/**
 * A block of integrate-and-fire neurons in double precision, advanced tile by tile: first the equations as plain loops
 * without branches (every array read at the same index, refractoriness by arithmetic), of which the compiler makes
 * vector code; then a pass that looks for spikes. Coefficients that all neurons share fill one tile.
 */
abstract class DoubleMembrane implements GridNeurons {
  /** Potential relative to E_L in mV. */
  final double[] v;
  final int[] activeAt;
  final double[] threshold;
  final double[] reset;
  final Drive drive;
  /** Whether all coefficients but the drive are shared by all neurons. */
  final boolean uniform;
  private final Membrane membrane;

  DoubleMembrane(GridBlock block, Membrane membrane, Drive drive, boolean uniform) {
    this.membrane = membrane;
    this.drive = drive;
    this.uniform = uniform;
    v = block.doubles("V_m");
    System.arraycopy(membrane.initialPotential(block), 0, v, 0, v.length);
    activeAt = membrane.refractoriness.activeAt();
    threshold = lanes(membrane.threshold);
    reset = lanes(membrane.reset);
  }

  /** A coefficient as {@link #move} reads it. */
  final double[] lanes(PerNeuron coefficient) {
    return coefficient.lanes(uniform, v.length);
  }

  /** A state array that starts with the given values of the variable. */
  static double[] state(GridBlock block, String variable) {
    double[] state = block.doubles(variable);
    System.arraycopy(block.initial(variable), 0, state, 0, state.length);
    return state;
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    double[] driven = drive.doubles(from, to, input);
    boolean still = drive.uniform(input);
    for (int tile = from; tile < to; tile += PerNeuron.TILE) {
      int n = Math.min(PerNeuron.TILE, to - tile);
      int k = uniform ? 0 : tile;
      move(tile, n, k, step, driven, still ? 0 : tile, tile - from, input);
      for (int j = 0; j < n; j++) {
        if (v[tile + j] >= threshold[k + j]) {
          spike(tile + j, step, spikes);
        }
      }
    }
  }

  /**
   * Advances the neurons tile..tile + n - 1 to the end of the step, short of the threshold test.
   *
   * @param k index of the first neuron's coefficients
   * @param driven the drive, of which element d belongs to the first neuron
   * @param a index of the first neuron's input
   */
  abstract void move(int tile, int n, int k, int step, double[] driven, int d, int a, GridInput input);

  /** 1 for a neuron whose potential moves in this step, 0 for a refractory one. */
  static double free(int step, int activeAt) {
    return (double) (1 + ((step - activeAt) >> 31));
  }

  /** A neuron spikes at the end of a step. */
  final void spike(int neuron, int step, SpikeSink spikes) {
    v[neuron] = membrane.reset.at(neuron);
    membrane.refractoriness.begin(neuron, step);
    spikes.spike(neuron);
  }
}
