package ranvier.neurons.exact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import ranvier.engine.math.VectorGate;
import ranvier.engine.math.Vectors;
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
 *
 * <p>Where that bound is not enough, a {@link #mayReach tighter} one takes the place of the first part: V rises above
 * the straight line between its ends, which are known, by at most D^2/8 times the largest -V''. Here -V'' = V'/tau_m +
 * F/C, where F = -I_syn' = sum over both currents of (I/tau) e^{-t/tau} lies between known ends, and V' is at most
 * max(V'(0), 0) + D max(-F, 0)/C.
 */
final class ExponentialNeurons extends LifBins {
  private static final boolean VECTORS = Vectors.present();
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final double[] ex;
  private final double[] in;
  private final double[] exStart;
  private final double[] inStart;
  private final double tauEx;
  private final double tauIn;
  private final ExponentialMembrane membrane;
  private final State state;
  private final VectorGate gate;
  private Bin bin;

  /**
   * What a bin does to every neuron.
   *
   * @param decay of the potential
   * @param decayEx of the excitatory current
   * @param responseEx of the potential to a unit of the excitatory current at the bin's start
   * @param stepResponse of the potential to a unit of constant current
   * @param curve how far a curve with a second derivative of -1 per ms^2 rises above the line between its ends
   * @param beyondPeak whether the bin is longer than the excitatory response rises
   * @param mostPerEffect times what an arrival adds to the current at the bin's end covers the peak of its response
   * @param factorEx times what arrivals add to the excitatory current at the bin's end is what is missing from their
   *     first effect to what they add to the potential, with the opposite sign
   */
  record Bin(double decay, double decayEx, double decayIn, double responseEx, double responseIn, double stepResponse,
      double curve, boolean beyondPeak, double mostPerEffect, double factorEx, double factorIn,
      double slackMv) {}

  /** Arrays of state and parameters, one number per neuron. */
  record State(double[] v, double[] ex, double[] in, double[] vStart, double[] exStart, double[] inStart,
      double[] steady, double[] threshold, float[] room) {}

  ExponentialNeurons(ExactBlock block) {
    super(block);
    gate = block.vectorGate();
    tauEx = block.values("tau_syn_ex")[0];
    tauIn = block.values("tau_syn_in")[0];
    ex = block.doubles("I_syn_ex");
    in = block.doubles("I_syn_in");
    System.arraycopy(block.initial("I_syn_ex"), 0, ex, 0, ex.length);
    System.arraycopy(block.initial("I_syn_in"), 0, in, 0, in.length);
    exStart = ex.clone();
    inStart = in.clone();
    membrane = new ExponentialMembrane(tauM, tauEx, tauIn, capacitance);
    state = new State(v, ex, in, vStart, exStart, inStart, steady, threshold, room);
  }

  @Override
  public void advance(int i, double h, boolean refractory) {
    if (!refractory) {
      membrane.set(v[i] - steady[i], ex[i], in[i]);
      membrane.at(h);
      v[i] = steady[i] + membrane.potential;
    }
    ex[i] *= membrane.decayEx(h);
    in[i] *= membrane.decayIn(h);
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
  public void width(double newBinMs, boolean late) {
    super.width(newBinMs, late);
    double decayEx = StrictMath.exp(-binMs / tauEx);
    double peak = PostsynapticResponse.peakTime(tauM, tauEx);
    // The effect on the current is at least weight * decayEx, so this times it covers the peak of each response.
    double mostPerEffect = membrane.response(peak, tauEx) / decayEx;
    bin = new Bin(decay, decayEx, StrictMath.exp(-binMs / tauIn), membrane.response(binMs, tauEx),
        membrane.response(binMs, tauIn), tauM / capacitance * -StrictMath.expm1(-binMs / tauM), binMs * binMs / 8.0,
        binMs > peak, mostPerEffect, membrane.factor(tauEx), membrane.factor(tauIn), slackMv);
  }

  @Override
  public int effects() {
    return 2;
  }

  /**
   * What an arrival adds to the current, and, as the first effect, what it adds to the potential without the part that
   * is proportional to that: with {@link ExponentialMembrane#factor} an exponential of tau_m, whose polynomial is the
   * shorter.
   */
  @Override
  public double effect(int channel, int effect, double later) {
    double tau = channel == EXCITATORY ? tauEx : tauIn;
    double current = StrictMath.exp(-later / tau);
    return effect == 1 ? current : membrane.response(later, tau) + membrane.factor(tau) * current;
  }

  @Override
  public void update(int from, int to, double[] excitatory, double[] inhibitory, byte[] risky) {
    int i = VECTORS && gate.isOpen()
        ? ExponentialVectors.update(bin, state, from, to, excitatory, inhibitory, risky) : from;
    for (; i < to; i++) {
      double v0 = v[i];
      double e0 = ex[i];
      double i0 = in[i];
      final double cEx = excitatory[2 * i + 1];
      final double aEx = excitatory[2 * i] - cEx * bin.factorEx;
      final double cIn = inhibitory[2 * i + 1];
      final double aIn = inhibitory[2 * i] - cIn * bin.factorIn;
      excitatory[2 * i] = 0.0;
      excitatory[2 * i + 1] = 0.0;
      inhibitory[2 * i] = 0.0;
      inhibitory[2 * i + 1] = 0.0;
      vStart[i] = v0;
      exStart[i] = e0;
      inStart[i] = i0;
      double relaxed = steady[i] + (v0 - steady[i]) * bin.decay;
      v[i] = relaxed + e0 * bin.responseEx + i0 * bin.responseIn + aEx + aIn;
      double e1 = e0 * bin.decayEx;
      double i1 = i0 * bin.decayIn;
      ex[i] = e1 + cEx;
      in[i] = i1 + cIn;
      double driven = relaxed + (larger(e0, e1) + larger(i0, i1)) * bin.stepResponse;
      double upper = larger(v0, driven) + (bin.beyondPeak ? cEx * bin.mostPerEffect : aEx) + bin.slackMv;
      room[i] = (float) (threshold[i] - upper);
      if (upper >= threshold[i]) {
        risky[i] = 1;
      }
    }
    tighten(from, to, risky);
  }

  private void tighten(int from, int to, byte[] risky) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      for (long left = (long) EIGHT.get(risky, i); left != 0L; left &= left - 1) {
        int k = i + (Long.numberOfTrailingZeros(left) >>> 3);
        risky[k] = mayReach(k) ? (byte) 1 : 0;
      }
    }
    for (; i < to; i++) {
      if (risky[i] == 1) {
        risky[i] = mayReach(i) ? (byte) 1 : 0;
      }
    }
  }

  private static double larger(double a, double b) {
    return a < b ? b : a;
  }

  /** Looks closer at a neuron whose bound reaches the threshold; whether it still does. */
  private boolean mayReach(int i) {
    double v0 = vStart[i];
    double e0 = exStart[i];
    double i0 = inStart[i];
    double e1 = e0 * bin.decayEx;
    double i1 = i0 * bin.decayIn;
    double relaxed = steady[i] + (v0 - steady[i]) * bin.decay;
    final double loose = larger(v0, relaxed + (larger(e0, e1) + larger(i0, i1)) * bin.stepResponse);
    double falling = (larger(e0, e1) / tauEx + larger(i0, i1) / tauIn) / capacitance;
    double rising = (larger(-e0, -e1) / tauEx + larger(-i0, -i1) / tauIn) / capacitance;
    double slope = (steady[i] - v0) / tauM + (e0 + i0) / capacitance;
    double bend = larger(falling, 0.0) + (larger(slope, 0.0) + larger(rising, 0.0) * binMs) / tauM;
    double tight = larger(v0, relaxed + e0 * bin.responseEx + i0 * bin.responseIn) + bend * bin.curve;
    if (tight < loose) {
      room[i] += (float) (loose - tight);
    }
    return room[i] <= 0.0f;
  }

  @Override
  public boolean late(int i, int channel, double rest, double weight, double[] effects) {
    v[i] += effects[0] - effects[1] * (channel == EXCITATORY ? bin.factorEx : bin.factorIn);
    lateHeld(i, channel, effects);
    // dV/dt is at most I/C.
    return channel == EXCITATORY && raise(i, weight * rest / capacitance);
  }

  @Override
  public void lateHeld(int i, int channel, double[] effects) {
    if (channel == EXCITATORY) {
      ex[i] += effects[1];
    } else {
      in[i] += effects[1];
    }
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
    return membrane.bound(Double.POSITIVE_INFINITY) < threshold[i] - steady[i] - ROUNDING_MV;
  }
}
