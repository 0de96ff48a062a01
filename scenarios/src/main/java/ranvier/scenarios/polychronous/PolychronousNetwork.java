package ranvier.scenarios.polychronous;

import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * The network of Izhikevich (2006), doi:10.1162/089976606775093882: 800 regular spiking excitatory and 200 fast spiking
 * inhibitory neurons, each with 100 targets, none twice and not itself. Excitatory ones reach any neuron, five targets
 * with each delay of 1 to 20 ms, and learn; inhibitory ones reach excitatory ones after 1 ms and do not. Every neuron
 * has thalamic input at 1 Hz, strong enough for a spike; the published script instead chooses one neuron every ms.
 */
final class PolychronousNetwork {
  static final int N_E = 800;
  static final int N_I = 200;
  static final int N = N_E + N_I;
  static final int OUT_DEGREE = 100;
  static final int LONGEST_DELAY_MS = 20;
  static final double STEP_MS = 1.0;
  static final double START_WEIGHT = 6.0;
  static final double INHIBITION = -5.0;
  static final double LARGEST_WEIGHT = 10.0;
  static final double THALAMIC = 20.0;
  /**
   * The script subtracts 0.12 where a spike acts in the step that begins as its target fires. In the engine's time it
   * arrives at the end of that step, 1 ms after the target's spike; traces keep 95 % per ms.
   */
  private static final double DEPRESSION = 0.12 / 0.95;
  static final double RESET = -65.0;
  static final double B = 0.2;
  static final double A_E = 0.02;
  static final double A_I = 0.1;
  static final double D_E = 8.0;
  static final double D_I = 2.0;
  static final double PEAK = 30.0;
  /** Projections that learn. */
  static final String TO_E = "E->E";
  static final String TO_I = "E->I";

  private PolychronousNetwork() {}

  /** Targets of a neuron, inhibitory ones from {@link #N_E} on; the delay of the k-th is {@link #delayMs}(k). */
  static int[] targets(int source, long seed) {
    Philox random = new Philox(seed, Purpose.SCENARIO, 1);
    int reach = source < N_E ? N : N_E;
    boolean[] taken = new boolean[N];
    taken[source] = true;
    int[] targets = new int[OUT_DEGREE];
    int found = 0;
    for (int draw = 0; found < OUT_DEGREE; draw++) {
      int target = random.below(reach, source, draw);
      if (!taken[target]) {
        taken[target] = true;
        targets[found++] = target;
      }
    }
    return targets;
  }

  /** Delay of an excitatory neuron's k-th synapse. */
  static int delayMs(int k) {
    return 1 + k * LONGEST_DELAY_MS / OUT_DEGREE;
  }

  static Network of(String name, long seed) {
    Network.Builder network = Network.named(name);
    population(network, "E", N_E, A_E, D_E);
    population(network, "I", N_I, A_I, D_I);
    Pairs toE = new Pairs(N_E * OUT_DEGREE);
    Pairs toI = new Pairs(N_E * OUT_DEGREE);
    Pairs inhibitory = new Pairs(N_I * OUT_DEGREE);
    for (int i = 0; i < N; i++) {
      int[] targets = targets(i, seed);
      for (int k = 0; k < OUT_DEGREE; k++) {
        if (i >= N_E) {
          inhibitory.add(i - N_E, targets[k], 1);
        } else if (targets[k] < N_E) {
          toE.add(i, targets[k], delayMs(k));
        } else {
          toI.add(i, targets[k] - N_E, delayMs(k));
        }
      }
    }
    learning(network, "E", TO_E, toE);
    learning(network, "I", TO_I, toI);
    network.project("I", "E", inhibitory.rule(), s -> s.name("I->E").weight(INHIBITION).delayMs(1));
    return network.build();
  }

  private static void population(Network.Builder network, String name, int size, double a, double d) {
    network.population(name, size, "izhikevich", p -> p.set("a", a).set("b", B).set("c", RESET).set("d", d)
        .set("V_th", PEAK).set("consistent_integration", 0).initial("V_m", RESET).initial("U_m", B * RESET));
    network.poisson(name, 1.0, THALAMIC);
  }

  private static void learning(Network.Builder network, String target, String name, Pairs pairs) {
    network.project("E", target, pairs.rule(), s -> s.name(name).synapse("stdp_derivative_synapse")
        .weight(START_WEIGHT).delayMs(Distribution.listed(pairs.delays())).set("axonal_fraction", 1)
        .set("A_minus", DEPRESSION).set("Wmax", LARGEST_WEIGHT));
  }

  /** A growing list of synapses. */
  private static final class Pairs {
    private final int[] sources;
    private final int[] targets;
    private final double[] delays;
    private int count;

    Pairs(int most) {
      sources = new int[most];
      targets = new int[most];
      delays = new double[most];
    }

    void add(int source, int target, int delayMs) {
      sources[count] = source;
      targets[count] = target;
      delays[count++] = delayMs;
    }

    Rule rule() {
      return new Rule.Explicit(java.util.Arrays.copyOf(sources, count), java.util.Arrays.copyOf(targets, count));
    }

    double[] delays() {
      return java.util.Arrays.copyOf(delays, count);
    }
  }
}
