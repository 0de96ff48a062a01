package ranvier.neurons.exact;

import ranvier.engine.model.ExactBlock;

/**
 * LIF neurons with exponential currents in exact time: {@link ExponentialMembrane} between events.
 *
 * <p>Bound in a bin of width D, with V0 below threshold, P_k(h) the response to a unit current, E the sum of the
 * effects of the excitatory arrivals on V at D, and relaxation R = V_inf + (V0 - V_inf) e^{-D/tau_m}: inhibitory
 * arrivals only lower V, and each excitatory response grows up to its peak time, so for D at most that time the
 * arrivals add at most E. A negative inhibitory current leaves only minima inside, so what remains is at most max(V0,
 * R + P_in I_in), and a positive excitatory current adds at most P_ex(D) I_ex. Beyond the peak time the peak response
 * takes the place of P_ex.
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
  private double mostEx;
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
    mostEx = beyondPeak ? membrane.response(peak, tauEx) : responseEx;
    // The effect on the current is at least weight * decayEx, so this times it covers the peak of each response.
    mostPerEffect = mostEx / decayEx;
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
    double mEx = mostEx;
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
      double inhibited = steady[i] + (v0 - steady[i]) * d + pIn * i0;
      v[i] = inhibited + pEx * e0 + aEx + aIn;
      ex[i] = dEx * e0 + cEx;
      in[i] = dIn * i0 + cIn;
      double u = Math.max(v0, inhibited) + mEx * Math.max(e0, 0.0)
          + (beyondPeak ? mostPerEffect * cEx : aEx) + SLACK_MV;
      upper[i] = u;
      // An inhibitory current above 0 or an excitatory one below is not what the bound assumes.
      risky[i] = (byte) (u >= threshold[i] || i0 > 0.0 || e0 < 0.0 ? 1 : 0);
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
