package ranvier.neurons.exact;

import ranvier.engine.math.Exp;
import ranvier.engine.model.ExactBlock;

/**
 * LIF neurons whose input moves the potential itself, in exact time. Between arrivals V relaxes to its steady state, so
 * it reaches the threshold either at an arrival or, if the steady state is above, at
 * tau_m ln((V_inf - V)/(V_inf - V_th)).
 *
 * <p>Bound in a bin of width D: the relaxation is monotone; the sum of excitatory arrivals, decayed to the bin's end,
 * is at least e^{-D/tau_m} of what it was at any time within.
 */
final class DeltaNeurons extends LifBins {
  private final double[] held;
  private final double[] heldStart;
  private final boolean[] keepsRefractoryInput;
  private double growth;

  DeltaNeurons(ExactBlock block) {
    super(block);
    held = block.doubles("refractory_input_sum");
    heldStart = held.clone();
    double[] keeps = block.values("refractory_input");
    keepsRefractoryInput = new boolean[keeps.length];
    for (int i = 0; i < keeps.length; i++) {
      keepsRefractoryInput[i] = keeps[i] != 0.0;
    }
  }

  @Override
  public void advance(int i, double h, boolean refractory) {
    if (!refractory) {
      v[i] = steady[i] + (v[i] - steady[i]) * Exp.of(-h / tauM);
    }
  }

  @Override
  public void receive(int i, int channel, double weight, double refractory) {
    if (refractory <= 0) {
      v[i] += weight;
    } else if (keepsRefractoryInput[i]) {
      held[i] += weight * Exp.of(-refractory / tauM);
    }
  }

  @Override
  public void endRefractoriness(int i) {
    v[i] += held[i];
    held[i] = 0.0;
  }

  @Override
  public double nextSpike(int i, double horizon) {
    if (v[i] >= threshold[i]) {
      return 0.0;
    }
    if (steady[i] <= threshold[i]) {
      return Double.POSITIVE_INFINITY;
    }
    // The slope only falls.
    if (v[i] + (steady[i] - v[i]) * (horizon / tauM) < threshold[i] - ROUNDING_MV) {
      return Double.POSITIVE_INFINITY;
    }
    double t = tauM * StrictMath.log1p((threshold[i] - v[i]) / (steady[i] - threshold[i]));
    return t <= horizon ? t : Double.POSITIVE_INFINITY;
  }

  @Override
  public double value(int i, String variable) {
    return v[i];
  }

  @Override
  public void width(double newBinMs, boolean late) {
    super.width(newBinMs, late);
    growth = StrictMath.exp(binMs / tauM);
  }

  @Override
  public int effects() {
    return 1;
  }

  @Override
  public double effect(int channel, int effect, double later) {
    return StrictMath.exp(-later / tauM);
  }

  @Override
  public void update(int from, int to, double[] excitatory, double[] inhibitory, byte[] risky) {
    double d = decay;
    double g = growth;
    for (int i = from; i < to; i++) {
      double v0 = v[i];
      double up = excitatory[i];
      double down = inhibitory[i];
      excitatory[i] = 0.0;
      inhibitory[i] = 0.0;
      vStart[i] = v0;
      heldStart[i] = held[i];
      double relaxed = steady[i] + (v0 - steady[i]) * d;
      v[i] = relaxed + up + down;
      double u = Math.max(v0, relaxed) + g * up + slackMv;
      room[i] = (float) (threshold[i] - u);
      if (u >= threshold[i]) {
        risky[i] = 1;
      }
    }
  }

  @Override
  public boolean hold(int i) {
    return !keepsRefractoryInput[i] && super.hold(i);
  }

  @Override
  public boolean late(int i, int channel, double rest, double weight, double[] effects) {
    v[i] += effects[0];
    return channel == EXCITATORY && raise(i, weight);
  }

  /** Input that is not kept is lost; neurons that keep it are not held. */
  @Override
  public void lateHeld(int i, int channel, double[] effects) {}

  @Override
  public void rewind(int i) {
    v[i] = vStart[i];
    held[i] = heldStart[i];
  }

  @Override
  public boolean quiet(int i) {
    return Math.max(v[i], steady[i]) < threshold[i] - ROUNDING_MV;
  }
}
