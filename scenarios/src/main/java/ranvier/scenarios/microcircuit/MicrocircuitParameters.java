package ranvier.scenarios.microcircuit;

/**
 * The numbers of Potjans and Diesmann (2014) and of their reference implementation. Populations in the order L23E..L6I.
 */
final class MicrocircuitParameters {
  static final String[] NAMES = {"L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"};

  /** Neurons at full scale. */
  static final int[] SIZES = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};

  /** Connection probability, [target][source]. */
  static final double[][] PROBABILITY = {
    {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0.0, 0.0076, 0.0},
    {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0.0, 0.0042, 0.0},
    {0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0.0},
    {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0.0, 0.1057, 0.0},
    {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0.0},
    {0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0.0},
    {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
    {0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443}};

  /** External in-degree. */
  static final int[] EXTERNAL_IN_DEGREE = {1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100};

  /** Rate of each external input in Hz. */
  static final double EXTERNAL_RATE_HZ = 8.0;

  /** Stationary mean rates in Hz at full scale: reference implementation, also used by the downscaling rule. */
  static final double[] RATES_HZ = {0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829};

  /**
   * Mean and standard deviation of the initial membrane potential in mV, "optimized" so that the transient is short.
   */
  static final double[] V_MEAN = {-68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43};

  static final double[] V_STD = {5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48};

  static final double TAU_M = 10.0;
  static final double TAU_SYN = 0.5;
  static final double C_M = 250.0;
  static final double E_L = -65.0;
  static final double V_TH = -50.0;
  static final double V_RESET = -65.0;
  static final double T_REF = 2.0;

  /** Peak of an excitatory postsynaptic potential in mV. */
  static final double PSP_MV = 0.15;

  /** Inhibitory weights are this many times the excitatory ones. */
  static final double G = -4.0;

  static final double WEIGHT_RELATIVE_STD = 0.1;
  static final double DELAY_E_MS = 1.5;
  static final double DELAY_I_MS = 0.75;
  static final double DELAY_RELATIVE_STD = 0.5;
  /** In exact time, where delays are not rounded: the shortest of the published model, whose step this is. */
  static final double SHORTEST_DELAY_MS = 0.1;

  private MicrocircuitParameters() {}

  /** The current in pA that makes a potential peak at {@link #PSP_MV} (87.81 pA). */
  static double weightPa() {
    double ratio = TAU_M / TAU_SYN;
    double peak = TAU_M / C_M * TAU_SYN / (TAU_SYN - TAU_M)
        * (StrictMath.pow(ratio, -TAU_M / (TAU_M - TAU_SYN)) - StrictMath.pow(ratio, -TAU_SYN / (TAU_M - TAU_SYN)));
    return PSP_MV / peak;
  }

  static boolean isExcitatory(int population) {
    return population % 2 == 0;
  }

  /**
   * Full-scale number of synapses: {@code round(ln(1 - C) / ln(1 - 1 / (N_s N_t)))}. Written as the reference
   * implementation writes it: log1p would be more accurate and give two synapses more in 298,880,968.
   */
  static long synapses(int target, int source) {
    double pairs = (double) SIZES[target] * SIZES[source];
    return Math.round(StrictMath.log(1.0 - PROBABILITY[target][source]) / StrictMath.log(1.0 - 1.0 / pairs));
  }

  /** Full-scale mean weight in pA: L4E to L23E is doubled. */
  static double weightPa(int target, int source) {
    double weight = weightPa() * (isExcitatory(source) ? 1.0 : G);
    return target == 0 && source == 2 ? 2.0 * weight : weight;
  }
}
