package ranvier.scenarios.izhikevich;

import java.util.List;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Stimulus;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;
import ranvier.scenarios.NetworkOutcome;
import ranvier.scenarios.NetworkScenario;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.result.Check;

/**
 * The network of Izhikevich (2003), doi:10.1109/TNN.2003.820440, as its published script computes it.
 */
public final class Izhikevich2003 extends NetworkScenario {
  private static final int N_E = 800;
  private static final int N_I = 200;
  private static final double STEP_MS = 1.0;
  private static final double START_V = -65.0;
  private static final double THRESHOLD = 30.0;

  @Override
  public String name() {
    return "izhikevich2003";
  }

  @Override
  public String summary() {
    return "Rhythms in a network of 1,000 randomly coupled cortical neurons, Izhikevich (2003).";
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of();
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(5000.0, 200.0, STEP_MS);
  }

  @Override
  public Network network(RunContext context) {
    if (context.settings().scale() != 1.0) {
      throw new IllegalArgumentException("izhikevich2003 has no downscaling rule (its rhythms come from the size of the"
          + " network); leave out --scale, got " + context.settings().scale());
    }
    if (context.settings().dtMs() != STEP_MS) {
      throw new IllegalArgumentException("izhikevich2003 is defined by its step of 1 ms (a spike acts as a current for"
          + " one step); use --dt 1, got " + context.settings().dtMs());
    }
    long seed = context.settings().seed();
    double[] e = uniform(seed, 0, N_E);
    double[] i = uniform(seed, N_E, N_I);
    Network.Builder network = Network.named(name());
    network.population("E", N_E, "izhikevich", p -> {
      common(p);
      p.set("a", 0.02).set("b", 0.2).set("c", each(e, r -> -65 + 15 * r * r)).set("d", each(e, r -> 8 - 6 * r * r))
          .initial("U_m", 0.2 * START_V);
    });
    network.population("I", N_I, "izhikevich", p -> {
      common(p);
      p.set("a", each(i, r -> 0.02 + 0.08 * r)).set("b", each(i, r -> 0.25 - 0.05 * r)).set("c", -65).set("d", 2)
          .initial("U_m", each(i, r -> (0.25 - 0.05 * r) * START_V));
    });
    for (String target : List.of("E", "I")) {
      network.project("E", target, new Rule.AllToAll(true),
          s -> s.weight(Distribution.uniform(0.0, 0.5)).delayMs(STEP_MS));
      network.project("I", target, new Rule.AllToAll(true),
          s -> s.weight(Distribution.uniform(-1.0, 0.0)).delayMs(STEP_MS));
    }
    return network.add(noise("E", 5.0)).add(noise("I", 2.0)).build();
  }

  private static void common(Network.PopulationBuilder p) {
    p.set("V_th", THRESHOLD).set("consistent_integration", 0).initial("V_m", START_V);
  }

  private static Stimulus noise(String target, double std) {
    return new Stimulus.Noise("noise->" + target, target, Neurons.all(), 0.0, std, STEP_MS, 0.0,
        Double.POSITIVE_INFINITY);
  }

  /** One number per neuron; the script draws it once and uses it for both parameters that vary. */
  private static double[] uniform(long seed, int first, int size) {
    Philox random = new Philox(seed, Purpose.SCENARIO);
    double[] r = new double[size];
    for (int k = 0; k < size; k++) {
      r[k] = random.uniform(first + k, 0);
    }
    return r;
  }

  private static Distribution each(double[] r, java.util.function.DoubleUnaryOperator parameter) {
    return Distribution.listed(java.util.Arrays.stream(r).map(parameter).toArray());
  }

  @Override
  protected List<Check> checks(RunContext context, NetworkOutcome outcome) {
    ranvier.scenarios.analysis.Spectrum sp = ranvier.scenarios.analysis.Spectrum.ofAll(outcome.populations());
    List<Check> c = new java.util.ArrayList<>();
    for (double[] b : new double[][] {{4, 15, 0}, {20, 60, 7}}) {
      var r = ranvier.scenarios.analysis.Rhythm.strongest(sp, b[0], b[1], b[2]);
      c.add(Check.near("peak " + b[0] + " " + b[2] + " d " + r.density(), 0, 1, r.frequencyHz(), ""));
    }
    return c;
  }
}
