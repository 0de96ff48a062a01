package ranvier.neurons;

import ranvier.engine.math.Exp;
import ranvier.engine.model.GridBlock;

/** The differential equations of one {@link AeifPscDeltaClopath} neuron. Mutable: chosen neuron by neuron. */
final class ClopathEquations implements DormandPrince.Equations {
  static final int V = 0;
  static final int W = 1;
  static final int Z = 2;
  static final int V_TH = 3;
  static final int U_PLUS = 4;
  static final int U_MINUS = 5;
  static final int U_BAR = 6;
  static final int SIZE = 7;

  private final double[] cM;
  private final double[] gL;
  private final double[] eL;
  private final double[] deltaT;
  private final double[] vPeak;
  private final double[] a;
  private final double[] tauW;
  private final double[] tauZ;
  private final double[] vThRest;
  private final double[] tauVTh;
  private final double[] tauPlus;
  private final double[] tauMinus;
  private final double[] tauBar;
  private int i;
  private double current;
  private double heldAt;
  private boolean isClamped;

  ClopathEquations(GridBlock block) {
    cM = block.values("C_m");
    gL = block.values("g_L");
    eL = block.values("E_L");
    deltaT = block.values("Delta_T");
    vPeak = block.values("V_peak");
    a = block.values("a");
    tauW = block.values("tau_w");
    tauZ = block.values("tau_z");
    vThRest = block.values("V_th_rest");
    tauVTh = block.values("tau_V_th");
    tauPlus = block.values("tau_u_bar_plus");
    tauMinus = block.values("tau_u_bar_minus");
    tauBar = block.values("tau_u_bar_bar");
  }

  /**
   * Chooses the neuron and what holds its potential.
   *
   * @param held the potential that it is held at; NaN if it is free
   * @param clamped whether that is the clamp after a spike, during which w stands still
   */
  void choose(int neuron, double currentPa, double held, boolean clamped) {
    i = neuron;
    current = currentPa;
    heldAt = held;
    isClamped = clamped;
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public void derivative(double[] y, double[] slope) {
    boolean isFree = Double.isNaN(heldAt);
    double v = isFree ? Math.min(y[V], vPeak[i]) : heldAt;
    double spike = deltaT[i] == 0 || !isFree ? 0 : gL[i] * deltaT[i] * Exp.of((v - y[V_TH]) / deltaT[i]);
    slope[V] = isFree ? (-gL[i] * (v - eL[i]) + spike - y[W] + y[Z] + current) / cM[i] : 0.0;
    slope[W] = isClamped ? 0.0 : (a[i] * (v - eL[i]) - y[W]) / tauW[i];
    slope[Z] = -y[Z] / tauZ[i];
    slope[V_TH] = (vThRest[i] - y[V_TH]) / tauVTh[i];
    slope[U_PLUS] = (v - y[U_PLUS]) / tauPlus[i];
    slope[U_MINUS] = (v - y[U_MINUS]) / tauMinus[i];
    slope[U_BAR] = (y[U_MINUS] - y[U_BAR]) / tauBar[i];
  }
}
