package ranvier.synapses;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.math.Exp;
import ranvier.engine.model.History;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;
import ranvier.engine.model.VariableSpec;

/**
 * Reward-modulated STDP, {@code stdp_dopamine_synapse}: pairs of spikes leave a trace c in the synapse, the spikes of
 * the modulating population a concentration n, and only both together change the weight:
 * <pre>
 *   dw/dt = c (n - b), in [Wmin, Wmax]    dc/dt = -c / tau_c    dn/dt = -n / tau_n
 *   postsynaptic spike: c += A_plus K_plus     presynaptic spike: c -= A_minus K_minus
 *   modulating spike: n += 1 / tau_n, modulator_delay after it
 * </pre>
 * integrated in closed form from event to event; the weight is clipped at each.
 *
 * <p>Sources: Izhikevich (2007), doi:10.1093/cercor/bhl152; Potjans, Morrison, Diesmann (2010),
 * doi:10.3389/fncom.2010.00141. As in NEST 3.10 with a long deliver_interval: no event acts early.
 */
public final class StdpDopamineSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("stdp_dopamine_synapse",
      "STDP that changes weights where dopamine meets the trace that pairs of spikes have left.",
      """
      dw/dt = c (n - b), in [Wmin, Wmax]; dc/dt = -c / tau_c; dn/dt = -n / tau_n
      postsynaptic spike: c += A_plus K_plus; presynaptic spike: c -= A_minus K_minus, then w is transmitted
      spike of the modulating population: n += 1 / tau_n, modulator_delay later""",
      PlasticOptions.modulated(1, Range.POSITIVE,
          new ParameterSpec("A_plus", "", 1, Range.FINITE, "potentiation of the trace c"),
          new ParameterSpec("A_minus", "", 1.5, Range.FINITE, "depression of the trace c"),
          new ParameterSpec("tau_plus", "ms", 20, Range.POSITIVE, "time constant of the presynaptic trace"),
          new ParameterSpec("tau_minus", "ms", 20, Range.POSITIVE, "time constant of the postsynaptic trace"),
          new ParameterSpec("tau_c", "ms", 1000, Range.POSITIVE, "time constant of eligibility"),
          new ParameterSpec("tau_n", "ms", 200, Range.POSITIVE, "time constant of dopamine"),
          new ParameterSpec("b", "", 0, Range.FINITE, "baseline of dopamine"),
          new ParameterSpec("Wmin", "", 0, Range.FINITE, "smallest weight"),
          new ParameterSpec("Wmax", "", 200, Range.FINITE, "largest weight")),
      List.of(new VariableSpec("c", "", null, false, "eligibility trace")),
      List.of("Izhikevich (2007), Cereb Cortex 17:2443, doi:10.1093/cercor/bhl152",
          "Potjans, Morrison, Diesmann (2010), Front Comput Neurosci 4:141, doi:10.3389/fncom.2010.00141"), "none");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public boolean needsModulator() {
    return true;
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    Bounds.check(parameters, problem);
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new Eligibility(block);
  }

  /** Entries of the spikes' history: time, sum over tau_minus, decay over tau_plus; of dopamine: time, sum. */
  private static final class Eligibility implements SynapseRule {
    private final double aPlus;
    private final double aMinus;
    private final double tauPlus;
    private final double tauMinus;
    private final double tauC;
    private final double tauN;
    private final double rate;
    private final double baseline;
    private final Bounds bounds;
    private final double toleranceMs;
    private final History post;
    private final History dopamine;
    private final int column;

    Eligibility(SynapseBlock b) {
      aPlus = b.parameter("A_plus");
      aMinus = b.parameter("A_minus");
      tauPlus = b.parameter("tau_plus");
      tauMinus = b.parameter("tau_minus");
      tauC = b.parameter("tau_c");
      tauN = b.parameter("tau_n");
      rate = (tauC + tauN) / (tauC * tauN);
      baseline = b.parameter("b");
      bounds = Bounds.of(b);
      toleranceMs = b.toleranceMs();
      post = b.postSpikes(List.of(tauMinus), List.of(tauPlus));
      dopamine = b.modulator(List.of(tauN), List.of());
      column = b.column("c");
    }

    @Override
    public int rowVariables() {
      return 1;
    }

    @Override
    public double rememberMs() {
      return Traces.rememberMs(tauPlus, tauMinus, tauN);
    }

    @Override
    public void catchUp(SynapseRow row) {
      double since = row.seenMs() - row.backMs() + toleranceMs;
      double until = row.nowMs() - row.backMs() + toleranceMs;
      double plus = aPlus * row.own()[0] * post.decayScale(0, row.previousMs() - row.backMs());
      double[] c = row.column(column);
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        double[] e = post.entries(target);
        int last = post.last(target, until);
        double from = Math.max(0.0, row.seenMs());
        for (int s = post.after(target, since); s <= last; s += post.stride()) {
          double to = e[s] + row.backMs();
          propagate(row, c, k, from, to);
          c[k] += plus * e[s + 2];
          from = to;
        }
        propagate(row, c, k, from, row.nowMs());
      }
    }

    /** Weight and trace of a synapse from one event of its own to the next, through those of dopamine. */
    private void propagate(SynapseRow row, double[] c, int k, double from, double to) {
      double[] e = dopamine.entries(0);
      int stride = dopamine.stride();
      int last = dopamine.last(0, to + toleranceMs);
      int first = dopamine.after(0, from + toleranceMs);
      double w = row.weights()[k];
      double trace = c[k];
      double now = from;
      double sum = first - stride >= 0 ? e[first - stride + 1] : 0.0;
      for (int s = first; s <= last; s += stride) {
        w = change(w, trace, sum * dopamine.sumScale(0, now) / tauN, e[s] - now);
        trace *= Exp.of((now - e[s]) / tauC);
        now = e[s];
        sum = e[s + 1];
      }
      row.weights()[k] = change(w, trace, sum * dopamine.sumScale(0, now) / tauN, to - now);
      c[k] = trace * Exp.of((now - to) / tauC);
    }

    private double change(double w, double c, double n, double duration) {
      return bounds.clip(w - c * (n / rate * StrictMath.expm1(-rate * duration)
          - baseline * tauC * StrictMath.expm1(-duration / tauC)));
    }

    @Override
    public void spike(SynapseRow row) {
      double now = row.nowMs() - row.backMs();
      double minus = aMinus * post.sumScale(0, now);
      double[] c = row.column(column);
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        int last = post.last(target, now - toleranceMs);
        if (last >= 0) {
          c[k] -= minus * post.entries(target)[last + 1];
        }
      }
      row.own()[0] = Traces.afterSpike(row, row.own()[0], tauPlus, 1.0);
    }
  }
}
