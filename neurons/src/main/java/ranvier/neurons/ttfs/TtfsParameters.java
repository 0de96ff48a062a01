package ranvier.neurons.ttfs;

import java.util.ArrayList;
import java.util.List;

/**
 * Constants of a time-to-first-spike neuron, in any one consistent system of units; the defaults of the literature are
 * dimensionless (times in units of tau_s).
 *
 * @param tauM membrane time constant, tau_m = C / g_leak
 * @param tauS synaptic time constant
 * @param capacitance C
 * @param leakPotential E_l; the membrane starts here
 * @param threshold theta; above the leak potential
 */
public record TtfsParameters(double tauM, double tauS, double capacitance, double leakPotential, double threshold) {
  /** Checks all values together. */
  public TtfsParameters {
    List<String> wrong = new ArrayList<>();
    positive("tau_m", tauM, wrong);
    positive("tau_s", tauS, wrong);
    positive("C_m", capacitance, wrong);
    if (!(threshold > leakPotential) || Double.isInfinite(threshold) || Double.isInfinite(leakPotential)) {
      wrong.add("V_th must lie above E_L, got V_th = " + threshold + ", E_L = " + leakPotential);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
  }

  /** C = 1, E_l = 0, theta = 1: the setting of the published software runs. */
  public static TtfsParameters dimensionless(double tauM, double tauS) {
    return new TtfsParameters(tauM, tauS, 1, 0, 1);
  }

  /** theta - E_l. */
  public double distance() {
    return threshold - leakPotential;
  }

  private static void positive(String name, double value, List<String> wrong) {
    if (!(value > 0) || Double.isInfinite(value)) {
      wrong.add(name + " must be positive and finite, got " + value);
    }
  }
}
