package ranvier.neurons.exact;

import ranvier.engine.model.BinNeurons;
import ranvier.engine.model.ExactBlock;

/** What the leaky integrate-and-fire models of exact time share: threshold, reset, steady state, refractoriness. */
abstract class LifBins implements BinNeurons {
  /** Covers the rounding of any bound. */
  static final double ROUNDING_MV = 1e-6;
  /** Slack of the bound where arrivals may come late: it trades surprises for walks. */
  private static final double LATE_MV = 0.05;

  /** Membrane potential in mV. */
  protected final double[] v;
  /** Membrane potential at the bin's start. */
  protected final double[] vStart;
  /** Potential towards which V decays without synaptic input. */
  protected final double[] steady;
  protected final double[] threshold;
  protected final double[] reset;
  /**
   * How far the upper bound of V in the bin last advanced stays below the threshold, in mV; the slack covers rounding.
   */
  protected final float[] room;
  protected final double tauM;
  protected final double capacitance;
  protected double binMs;
  protected double decay;
  /** Slack of the bound. */
  protected double slackMv;
  private final double[] resting;
  private final double[] ownCurrent;
  private final double[] refractoryMs;

  LifBins(ExactBlock block) {
    int n = block.size();
    v = block.doubles("V_m");
    System.arraycopy(block.initial("V_m"), 0, v, 0, n);
    vStart = v.clone();
    room = new float[n];
    threshold = block.values("V_th");
    reset = block.values("V_reset");
    resting = block.values("E_L");
    ownCurrent = block.values("I_e");
    refractoryMs = block.values("t_ref");
    tauM = block.values("tau_m")[0];
    capacitance = block.values("C_m")[0];
    steady = new double[n];
    for (int i = 0; i < n; i++) {
      current(i, 0.0);
    }
  }

  @Override
  public final void current(int neuron, double amplitude) {
    steady[neuron] = resting[neuron] + (ownCurrent[neuron] + amplitude) * (tauM / capacitance);
  }

  @Override
  public double spike(int neuron) {
    v[neuron] = reset[neuron];
    return refractoryMs[neuron];
  }

  @Override
  public void width(double newBinMs, boolean late) {
    binMs = newBinMs;
    slackMv = late ? LATE_MV : ROUNDING_MV;
    decay = StrictMath.exp(-binMs / tauM);
  }

  @Override
  public boolean hold(int neuron) {
    v[neuron] = vStart[neuron];
    return true;
  }

  /** Raises the bound; whether the threshold is in reach. */
  final boolean raise(int neuron, double byMv) {
    room[neuron] -= (float) byMv;
    return room[neuron] <= 0.0f;
  }
}
