package ranvier.neurons.exact;

import ranvier.engine.model.ExactBlock;

/**
 * LIF neurons with exponential currents in exact time: {@link ExponentialMembrane} between events.
 *
 * <p>Bound in a bin of width D, with V0 below threshold. Without arrivals the synaptic current is at most I_max = the
 * sum over both currents of max(I, I e^{-D/tau}), whatever their signs, so V stays below the membrane that I_max
 * drives, which is monotone: max(V0, R + P20 I_max) with R = V_inf + (V0 - V_inf) e^{-D/tau_m} and P20 = (tau_m/C) (1
 * - e^{-D/tau_m}). Inhibitory arrivals only lower V. Each excitatory response grows up to its peak time, so for D at
 * most that time the excitatory arrivals add at most the sum of their effects at D; beyond it the peak response takes
 * the place of the effect.
 */
final class ExponentialNeurons extends LifBins {
  private final double[] ex;
  private final double[] in;
  private final double[] exStart;
  private final double[] inStart;
  private final double tauEx;
  private final double tauIn;
  private final ExponentialMembrane membrane;
  private double decayEx;
  private double decayIn;
  private double responseEx;
  private double responseIn;
  private double stepResponse;
  private double mostPerEffect;
  private boolean beyondPeak;

  ExponentialNeurons(ExactBlock block) {
    super(block);
    tauEx = block.values("tau_syn_ex")[0];
    tauIn = block.values("tau_syn_in")[0];
    ex = block.doubles("I_syn_ex");
    in = block.doubles("I_syn_in");
    System.arraycopy(block.initial("I_syn_ex"), 0, ex, 0, ex.length);
    System.arraycopy(block.initial("I_syn_in"), 0, in, 0, in.length);
    exStart = ex.clone();
    inStart = in.clone();
    membrane = new ExponentialMembrane(tauM, tauEx, tauIn, capacitance);
  }

  @Override
  public void advance(int i, double h, boolean refractory) {
    if (!refractory) {
      membrane.set(v[i] - steady[i], ex[i], in[i]);
      membrane.at(h);
      v[i] = steady[i] + membrane.potential;
    }
    ex[i] *= StrictMath.exp(-h / tauEx);
    in[i] *= StrictMath.exp(-h / tauIn);
  }

  @Override
  public void receive(int i, int channel, double weight, double refractory) {
    if (channel == EXCITATORY) {
      ex[i] += weight;
    } else {
      in[i] += weight;
    }
  }

  @Override
  public double nextSpike(int i, double horizon) {
    membrane.set(v[i] - steady[i], ex[i], in[i]);
    return membrane.crossing(threshold[i] - steady[i], horizon);
  }

  @Override
  public double value(int i, String variable) {
    return switch (variable) {
      case "V_m" -> v[i];
      case "I_syn_ex" -> ex[i];
      default -> in[i];
    };
  }

  @Override
  public void width(double newBinMs) {
    super.width(newBinMs);
    decayEx = StrictMath.exp(-binMs / tauEx);
    decayIn = StrictMath.exp(-binMs / tauIn);
    responseEx = membrane.response(binMs, tauEx);
    responseIn = membrane.response(binMs, tauIn);
    double peak = PostsynapticResponse.peakTime(tauM, tauEx);
    beyondPeak = binMs > peak;
    // The effect on the current is at least weight * decayEx, so this times it covers the peak of each response.
    mostPerEffect = membrane.response(peak, tauEx) / decayEx;
    stepResponse = tauM / capacitance * -StrictMath.expm1(-binMs / tauM);
  }

  @Override
  public int effects() {
    return 2;
  }

  @Override
  public double effect(int channel, int effect, double later) {
    double tau = channel == EXCITATORY ? tauEx : tauIn;
    return effect == 0 ? membrane.response(later, tau) : StrictMath.exp(-later / tau);
  }

  @Override
  public void update(int from, int to, double[] excitatory, double[] inhibitory, byte[] risky) {
    double d = decay;
    double dEx = decayEx;
    double dIn = decayIn;
    double pEx = responseEx;
    double pIn = responseIn;
    double step = stepResponse;
    boolean late = beyondPeak;
    double most = mostPerEffect;
    double[] arrivalsEx = excitatory;
    double[] arrivalsIn = inhibitory;
    for (int i = from; i < to; i++) {
      double v0 = v[i];
      double e0 = ex[i];
      double i0 = in[i];
      double aEx = arrivalsEx[2 * i];
      double cEx = arrivalsEx[2 * i + 1];
      double aIn = arrivalsIn[2 * i];
      double cIn = arrivalsIn[2 * i + 1];
      arrivalsEx[2 * i] = 0.0;
      arrivalsEx[2 * i + 1] = 0.0;
      arrivalsIn[2 * i] = 0.0;
      arrivalsIn[2 * i + 1] = 0.0;
      vStart[i] = v0;
      exStart[i] = e0;
      inStart[i] = i0;
      double relaxed = steady[i] + (v0 - steady[i]) * d;
      v[i] = relaxed + pEx * e0 + pIn * i0 + aEx + aIn;
      ex[i] = dEx * e0 + cEx;
      in[i] = dIn * i0 + cIn;
      double largest = Math.max(e0, dEx * e0) + Math.max(i0, dIn * i0);
      double u = Math.max(v0, relaxed + step * largest) + (late ? most * cEx : aEx) + SLACK_MV;
      upper[i] = u;
      risky[i] = (byte) (u >= threshold[i] ? 1 : 0);
    }
  }

  @Override
  public boolean late(int i, int channel, double rest, double weight) {
    if (channel == EXCITATORY) {
      v[i] += weight * membrane.response(rest, tauEx);
      ex[i] += weight * StrictMath.exp(-rest / tauEx);
      // dV/dt is at most I/C.
      return raise(i, weight * rest / capacitance);
    }
    v[i] += weight * membrane.response(rest, tauIn);
    in[i] += weight * StrictMath.exp(-rest / tauIn);
    return false;
  }

  @Override
  public void rewind(int i) {
    v[i] = vStart[i];
    ex[i] = exStart[i];
    in[i] = inStart[i];
  }

  @Override
  public boolean quiet(int i) {
    membrane.set(v[i] - steady[i], ex[i], in[i]);
    return membrane.bound() < threshold[i] - steady[i] - SLACK_MV;
  }
}
