package ranvier.scenarios.izhikevich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
import ranvier.scenarios.analysis.Rhythm;
import ranvier.scenarios.analysis.Spectrum;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;

/**
 * The network of Izhikevich (2003), doi:10.1109/TNN.2003.820440, as its published script computes it: steps of 1 ms,
 * two half steps for the potential, and a spike that acts as a current of one step in the step after it. Everybody is
 * connected with everybody, itself included.
 */
public final class Izhikevich2003 extends NetworkScenario {
  private static final int N_E = 800;
  private static final int N_I = 200;
  private static final double STEP_MS = 1.0;
  private static final double START_V = -65.0;
  private static final double THRESHOLD = 30.0;

  /** Duration for which the tolerances hold. */
  private static final double USUAL_MS = 5000.0;

  private static final double HIGHEST_SHOWN_HZ = 100.0;
  private static final String SOURCE = "separate implementation of the published script, 8 networks over 5 s";
  private static final String RHYTHM_SOURCE = "Izhikevich 2003 reports the rhythm; its frequency from a " + SOURCE;

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
    return "800 excitatory neurons between regular spiking and chattering and 200 inhibitory ones between low-threshold"
        + " and fast spiking (izhikevich, the scheme of the paper: consistent_integration=false), all connected with"
        + " random weights up to 0.5 and down to -1, driven by Gaussian currents drawn anew each ms. The step is 1 ms"
        + " and belongs to the model. Checks: rates, and the alpha and gamma rhythms that the paper reports, against a"
        + " separate implementation of the published script. After the first 200 ms the rates are 7.3 and 6.7 Hz; the"
        + " often-quoted 7.5 and 7.1 Hz include the volleys with which the network starts (--transient 0 --duration"
        + " 2000).";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of();
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(USUAL_MS, 200.0, STEP_MS);
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

  private static Distribution each(double[] r, DoubleUnaryOperator parameter) {
    return Distribution.listed(Arrays.stream(r).map(parameter).toArray());
  }

  /**
   * Mean and standard deviation over eight networks of 5 s of a separate implementation of the script: E 7.28 (0.08)
   * Hz, I 6.67 (0.13) Hz, alpha 8.0 (0.3) Hz, gamma 30.7 (1.4) Hz. Tolerances are four times that, and for the rates as
   * much again, so that runs that include the start (7.5 and 7.1 Hz) hold too.
   */
  @Override
  protected List<Check> checks(RunContext context, NetworkOutcome outcome) {
    double widening = outcome.widening(USUAL_MS);
    List<Check> checks = new ArrayList<>();
    checks.add(Check.near("rate E (Hz)", 7.28, 0.6 * widening, outcome.population("E").rateMeanHz(), SOURCE));
    checks.add(Check.near("rate I (Hz)", 6.67, 0.9 * widening, outcome.population("I").rateMeanHz(), SOURCE));
    Spectrum spectrum = Spectrum.ofAll(outcome.populations());
    if (spectrum != null) {
      checks.add(Check.near("alpha rhythm (Hz)", 8.0, 2.0 * widening, alpha(spectrum).frequencyHz(), RHYTHM_SOURCE));
      checks.add(Check.near("gamma rhythm (Hz)", 30.7, 5.6 * widening, gamma(spectrum).frequencyHz(), RHYTHM_SOURCE));
    }
    return checks;
  }

  private static Rhythm alpha(Spectrum spectrum) {
    return Rhythm.strongest(spectrum, 4.0, 15.0, 0.0);
  }

  /** The gamma peak is broad, and a spectrum of a few seconds is rugged there. */
  private static Rhythm gamma(Spectrum spectrum) {
    return Rhythm.strongest(spectrum, 20.0, 60.0, 6.0);
  }

  @Override
  protected List<Section> sections(RunContext context, NetworkOutcome outcome) {
    Spectrum spectrum = Spectrum.ofAll(outcome.populations());
    if (spectrum == null) {
      return List.of();
    }
    int shown = 1;
    while (spectrum.frequenciesHz()[shown] < HIGHEST_SHOWN_HZ) {
      shown++;
    }
    double[] hz = Arrays.copyOfRange(spectrum.frequenciesHz(), 1, shown);
    double[] density = Arrays.copyOfRange(spectrum.density(), 1, shown);
    Figure figure = new Figure.Lines("Alpha and gamma", "Power spectrum of all neurons together. The points are the"
        + " rhythms that the checks compare: the highest peak from 4 to 15 Hz, and from 20 to 60 Hz after smoothing"
        + " over 6 Hz.", Axis.linear("frequency (Hz)"), Axis.logarithmic("power (Hz\u00b2/Hz)"),
        List.of(new Series("all neurons", hz, density, Style.LINE), point("alpha", alpha(spectrum)),
            point("gamma", gamma(spectrum))));
    return List.of(new Section("Rhythms of the whole network", "Izhikevich (2003) reports episodes of alpha and gamma"
        + " range rhythms in a network without any structure.", List.of(figure)));
  }

  private static Series point(String name, Rhythm rhythm) {
    return new Series(name, new double[] {rhythm.frequencyHz()}, new double[] {rhythm.density()}, Style.POINTS);
  }
}
