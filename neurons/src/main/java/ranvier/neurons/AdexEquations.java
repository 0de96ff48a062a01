package ranvier.neurons;

import ranvier.engine.math.Exp;
import ranvier.engine.model.GridBlock;

/**
 * The differential equations of one {@link AeifCondExp} neuron between spikes, for the state (V, w, g_ex, g_in) in mV,
 * pA, nS and nS. Mutable: parameters are set for one neuron after another. Used by one thread.
 */
final class AdexEquations implements DormandPrince.Equations {
  static final int V = 0;
  static final int W = 1;
  static final int G_EX = 2;
  static final int G_IN = 3;
  static final int SIZE = 4;

  /** Slope factors above the peak at which the exponential stops growing, so that nothing overflows. */
  private static final double HEADROOM = 3;

  private final double[] cM;
  private final double[] gL;
  private final double[] eL;
  private final double[] eEx;
  private final double[] eIn;
  private final double[] vTh;
  private final double[] vPeak;
  private final double[] deltaT;
  private final double[] a;
  private final double[] tauW;
  private final double[] tauEx;
  private final double[] tauIn;
  private int i;
  private double current;
  private double highest;
  private double spikeScale;

  AdexEquations(GridBlock block) {
    cM = block.values("C_m");
    gL = block.values("g_L");
    eL = block.values("E_L");
    eEx = block.values("E_ex");
    eIn = block.values("E_in");
    vTh = block.values("V_th");
    vPeak = block.values("V_peak");
    deltaT = block.values("Delta_T");
    a = block.values("a");
    tauW = block.values("tau_w");
    tauEx = block.values("tau_syn_ex");
    tauIn = block.values("tau_syn_in");
  }

  /** Chooses the neuron and the constant current in pA. */
  void choose(int neuron, double currentPa) {
    i = neuron;
    current = currentPa;
    highest = vPeak[i] + HEADROOM * deltaT[i];
    spikeScale = gL[i] * deltaT[i];
  }

  /** Whether the potential runs away above V_th. */
  boolean isExponential(int neuron) {
    return deltaT[neuron] > 0;
  }

  /** The potential at which the neuron spikes: V_peak, or V_th if there is no exponential. */
  double peak(int neuron) {
    return isExponential(neuron) ? vPeak[neuron] : vTh[neuron];
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public void derivative(double[] y, double[] slope) {
    double v = Math.min(y[V], highest);
    double spike = spikeScale == 0 ? 0 : spikeScale * Exp.of((v - vTh[i]) / deltaT[i]);
    slope[V] = (-gL[i] * (v - eL[i]) + spike - y[G_EX] * (v - eEx[i]) - y[G_IN] * (v - eIn[i]) - y[W] + current)
        / cM[i];
    slope[W] = (a[i] * (v - eL[i]) - y[W]) / tauW[i];
    slope[G_EX] = -y[G_EX] / tauEx[i];
    slope[G_IN] = -y[G_IN] / tauIn[i];
  }

  /** The adaptation current after a time at a constant potential. */
  double adaptation(double w, double v, double time) {
    double end = a[i] * (v - eL[i]);
    return end + (w - end) * Exp.of(-time / tauW[i]);
  }
}
