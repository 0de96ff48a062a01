package ranvier.neurons.exact;

import ranvier.engine.math.Exp;
import ranvier.engine.model.ExactBlock;

/**
 * LIF neurons with alpha-shaped currents in exact time: {@link AlphaMembrane} between events.
 *
 * <p>The bound in a bin is that of {@link ExponentialNeurons}, with the largest current (I + D max(J, 0)) of each sign.
 * A bin wider than the rise of the response is refused by {@link #width}.
 */
final class AlphaNeurons extends LifBins {
  private final double[] ex;
  private final double[] exRise;
  private final double[] in;
  private final double[] inRise;
  private final double[] exStart;
  private final double[] exRiseStart;
  private final double[] inStart;
  private final double[] inRiseStart;
  private final double tauEx;
  private final double tauIn;
  private final AlphaMembrane membrane;
  private double decayEx;
  private double decayIn;
  private double currentEx;
  private double riseEx;
  private double stepResponse;
  private double currentIn;
  private double riseIn;

  AlphaNeurons(ExactBlock block) {
    super(block);
    tauEx = block.values("tau_syn_ex")[0];
    tauIn = block.values("tau_syn_in")[0];
    ex = block.doubles("I_syn_ex");
    exRise = block.doubles("dI_syn_ex");
    in = block.doubles("I_syn_in");
    inRise = block.doubles("dI_syn_in");
    exStart = ex.clone();
    exRiseStart = exRise.clone();
    inStart = in.clone();
    inRiseStart = inRise.clone();
    membrane = new AlphaMembrane(tauM, tauEx, tauIn, capacitance);
  }

  @Override
  public void advance(int i, double h, boolean refractory) {
    if (!refractory) {
      load(i);
      membrane.at(h);
      v[i] = steady[i] + membrane.potential;
    }
    double dEx = Exp.of(-h / tauEx);
    double dIn = tauIn == tauEx ? dEx : Exp.of(-h / tauIn);
    ex[i] = (ex[i] + h * exRise[i]) * dEx;
    exRise[i] *= dEx;
    in[i] = (in[i] + h * inRise[i]) * dIn;
    inRise[i] *= dIn;
  }

  private void load(int i) {
    membrane.set(v[i] - steady[i], ex[i], exRise[i], in[i], inRise[i]);
  }

  @Override
  public void receive(int i, int channel, double weight, double refractory) {
    if (channel == EXCITATORY) {
      exRise[i] += weight * (StrictMath.E / tauEx);
    } else {
      inRise[i] += weight * (StrictMath.E / tauIn);
    }
  }

  @Override
  public double nextSpike(int i, double horizon) {
    load(i);
    return membrane.crossing(threshold[i] - steady[i], horizon);
  }

  @Override
  public double value(int i, String variable) {
    return switch (variable) {
      case "V_m" -> v[i];
      case "I_syn_ex" -> ex[i];
      case "dI_syn_ex" -> exRise[i];
      case "I_syn_in" -> in[i];
      default -> inRise[i];
    };
  }

  @Override
  public void width(double newBinMs, boolean late) {
    super.width(newBinMs, late);
    if (binMs > Math.min(PostsynapticResponse.peakTime(tauM, tauEx), tauEx)) {
      throw new IllegalArgumentException("a bin of " + binMs + " ms is wider than the rise of the response");
    }
    decayEx = StrictMath.exp(-binMs / tauEx);
    decayIn = StrictMath.exp(-binMs / tauIn);
    currentEx = PostsynapticResponse.exponential(binMs, tauM, tauEx) / capacitance;
    stepResponse = tauM / capacitance * -StrictMath.expm1(-binMs / tauM);
    riseEx = PostsynapticResponse.ramp(binMs, tauM, tauEx) / capacitance;
    currentIn = PostsynapticResponse.exponential(binMs, tauM, tauIn) / capacitance;
    riseIn = PostsynapticResponse.ramp(binMs, tauM, tauIn) / capacitance;
  }

  @Override
  public int effects() {
    return 3;
  }

  @Override
  public double effect(int channel, int effect, double later) {
    double tau = channel == EXCITATORY ? tauEx : tauIn;
    double unit = StrictMath.E / tau;
    return switch (effect) {
      case 0 -> unit * PostsynapticResponse.ramp(later, tauM, tau) / capacitance;
      case 1 -> unit * later * StrictMath.exp(-later / tau);
      default -> unit * StrictMath.exp(-later / tau);
    };
  }

  @Override
  public void update(int from, int to, double[] excitatory, double[] inhibitory, byte[] risky) {
    for (int i = from; i < to; i++) {
      int k = 3 * i;
      double v0 = v[i];
      vStart[i] = v0;
      exStart[i] = ex[i];
      exRiseStart[i] = exRise[i];
      inStart[i] = in[i];
      inRiseStart[i] = inRise[i];
      double relaxed = steady[i] + (v0 - steady[i]) * decay;
      double driven = currentEx * ex[i] + riseEx * exRise[i];
      double largest = Math.max(ex[i], ex[i] * decayEx) + Math.max(in[i], in[i] * decayIn)
          + binMs * (Math.max(exRise[i], 0.0) + Math.max(inRise[i], 0.0));
      double u = Math.max(v0, relaxed + stepResponse * largest) + excitatory[k] + slackMv;
      v[i] = relaxed + driven + currentIn * in[i] + riseIn * inRise[i] + excitatory[k] + inhibitory[k];
      ex[i] = (ex[i] + binMs * exRise[i]) * decayEx + excitatory[k + 1];
      exRise[i] = exRise[i] * decayEx + excitatory[k + 2];
      in[i] = (in[i] + binMs * inRise[i]) * decayIn + inhibitory[k + 1];
      inRise[i] = inRise[i] * decayIn + inhibitory[k + 2];
      excitatory[k] = 0.0;
      excitatory[k + 1] = 0.0;
      excitatory[k + 2] = 0.0;
      inhibitory[k] = 0.0;
      inhibitory[k + 1] = 0.0;
      inhibitory[k + 2] = 0.0;
      room[i] = (float) (threshold[i] - u);
      if (u >= threshold[i]) {
        risky[i] = 1;
      }
    }
  }

  @Override
  public boolean late(int i, int channel, double rest, double weight, double[] effects) {
    v[i] += effects[0];
    lateHeld(i, channel, effects);
    // The current is at most its slope times the time since, and dV/dt at most I/C.
    return channel == EXCITATORY && raise(i, weight * (StrictMath.E / tauEx) * 0.5 * rest * rest / capacitance);
  }

  @Override
  public void lateHeld(int i, int channel, double[] effects) {
    if (channel == EXCITATORY) {
      ex[i] += effects[1];
      exRise[i] += effects[2];
    } else {
      in[i] += effects[1];
      inRise[i] += effects[2];
    }
  }

  @Override
  public void rewind(int i) {
    v[i] = vStart[i];
    ex[i] = exStart[i];
    exRise[i] = exRiseStart[i];
    in[i] = inStart[i];
    inRise[i] = inRiseStart[i];
  }

  @Override
  public boolean quiet(int i) {
    load(i);
    return membrane.bound(Double.POSITIVE_INFINITY) < threshold[i] - steady[i] - ROUNDING_MV;
  }
}
