package ranvier.neurons.exact;

import ranvier.engine.model.ExactBlock;

/**
 * Neurons with exponentially decaying conductances, leaky ({@code iaf_cond_exp}) or adaptive exponential
 * ({@code aeif_cond_exp}; Brette and Gerstner 2005, doi:10.1152/jn.00686.2005), integrated between events:
 * <pre>
 *   C_m dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - g_ex (V - E_ex) - g_in (V - E_in) - w + I_e + I
 *   dg/dt = -g/tau_syn,   tau_w dw/dt = a (V - E_L) - w
 * </pre>
 *
 * The leaky neuron has no exponential and no w, and spikes at V_th; the adaptive one spikes at V_peak (at V_th if
 * Delta_T is 0) and then w += b. In the exponential V is limited to V_peak.
 */
final class ConductanceNeurons extends OdeNeurons {
  private static final String[] LEAKY = {"V_m", "g_ex", "g_in"};
  private static final String[] ADAPTIVE = {"V_m", "g_ex", "g_in", "w"};

  private final boolean adaptive;
  private final double[] capacitance;
  private final double[] leak;
  private final double[] resting;
  private final double[] threshold;
  private final double[] peak;
  private final double[] reset;
  private final double[] refractoryMs;
  private final double[] ownCurrent;
  private final double[] stimulus;
  private final double[] reversalEx;
  private final double[] reversalIn;
  private final double[] tauEx;
  private final double[] tauIn;
  private final double[] sharpness;
  private final double[] coupling;
  private final double[] jump;
  private final double[] tauW;

  ConductanceNeurons(ExactBlock block, boolean adaptive) {
    super(block, adaptive ? ADAPTIVE : LEAKY, adaptive ? new double[] {1.0, 1.0, 1.0, 1.0}
        : new double[] {1.0, 1.0, 1.0});
    this.adaptive = adaptive;
    int n = block.size();
    capacitance = block.values("C_m");
    leak = block.values("g_L");
    resting = block.values("E_L");
    threshold = block.values("V_th");
    reset = block.values("V_reset");
    refractoryMs = block.values("t_ref");
    ownCurrent = block.values("I_e");
    reversalEx = block.values("E_ex");
    reversalIn = block.values("E_in");
    tauEx = block.values("tau_syn_ex");
    tauIn = block.values("tau_syn_in");
    stimulus = new double[n];
    sharpness = adaptive ? block.values("Delta_T") : new double[n];
    coupling = adaptive ? block.values("a") : new double[n];
    jump = adaptive ? block.values("b") : new double[n];
    tauW = adaptive ? block.values("tau_w") : new double[n];
    peak = adaptive ? block.values("V_peak") : threshold;
  }

  @Override
  double threshold(int i) {
    return adaptive && sharpness[i] == 0.0 ? threshold[i] : peak[i];
  }

  @Override
  void derivatives(int i, double[] y, double[] into) {
    double v = Math.min(y[0], peak[i]);
    double current = ownCurrent[i] + stimulus[i] - leak[i] * (v - resting[i]) - y[1] * (v - reversalEx[i])
        - y[2] * (v - reversalIn[i]);
    if (adaptive) {
      if (sharpness[i] > 0) {
        current += leak[i] * sharpness[i] * StrictMath.exp((v - threshold[i]) / sharpness[i]);
      }
      current -= y[3];
      into[3] = (coupling[i] * (v - resting[i]) - y[3]) / tauW[i];
    }
    into[0] = current / capacitance[i];
    into[1] = -y[1] / tauEx[i];
    into[2] = -y[2] / tauIn[i];
  }

  @Override
  public void receive(int i, int channel, double weight, double refractory) {
    state[channel == EXCITATORY ? 1 : 2][i] += Math.abs(weight);
  }

  @Override
  public void current(int i, double amplitude) {
    stimulus[i] = amplitude;
  }

  @Override
  public double spike(int i) {
    state[0][i] = reset[i];
    if (adaptive) {
      state[3][i] += jump[i];
    }
    return refractoryMs[i];
  }

  @Override
  public double value(int i, String variable) {
    return switch (variable) {
      case "V_m" -> state[0][i];
      case "g_ex" -> state[1][i];
      case "g_in" -> state[2][i];
      default -> state[3][i];
    };
  }
}
