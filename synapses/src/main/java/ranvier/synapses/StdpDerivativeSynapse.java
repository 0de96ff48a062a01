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
 * STDP that changes the derivative of a weight, {@code stdp_derivative_synapse}, the rule of polychronization: pairs of
 * neighbouring spikes add up in the synapse, and every so often the weight follows:
 * <pre>
 *   postsynaptic spike, the last presynaptic one t before it:  sd += A_plus exp(-t / tau_plus)
 *   presynaptic spike, the last postsynaptic one t before it:  sd -= A_minus exp(-t / tau_minus)
 *   every interval:  w += drift + sd, in [Wmin, Wmax];  then sd *= keep
 * </pre>
 * Spikes that meet at the synapse do not pair with each other.
 *
 * <p>Source: Izhikevich (2006), doi:10.1162/089976606775093882, with its published script's constants as defaults; the
 * script pairs a presynaptic spike with a simultaneous postsynaptic one.
 */
public final class StdpDerivativeSynapse implements SynapseModel {
  /** Time constant of a trace that keeps 95 % every ms, as the script has it. */
  private static final double TAU_MS = -1 / StrictMath.log(0.95);

  private static final ModelDescription DESCRIPTION = new ModelDescription("stdp_derivative_synapse",
      "Nearest-neighbour STDP of the weight's derivative, which the weight follows once per interval.",
      """
      postsynaptic spike: sd += A_plus exp(-(time since the last presynaptic spike) / tau_plus)
      presynaptic spike: sd -= A_minus exp(-(time since the last postsynaptic spike) / tau_minus); w is transmitted
      every interval: w += drift + sd, in [Wmin, Wmax]; then sd *= keep""",
      PlasticOptions.with(
          new ParameterSpec("A_plus", "", 0.1, Range.FINITE, "potentiation of the derivative"),
          new ParameterSpec("A_minus", "", 0.12, Range.FINITE, "depression of the derivative"),
          new ParameterSpec("tau_plus", "ms", TAU_MS, Range.POSITIVE, "time constant of the presynaptic trace"),
          new ParameterSpec("tau_minus", "ms", TAU_MS, Range.POSITIVE, "time constant of the postsynaptic trace"),
          new ParameterSpec("interval", "ms", 1000, Range.POSITIVE, "how often weights follow their derivatives"),
          new ParameterSpec("drift", "", 0.01, Range.FINITE, "change of every weight per interval without any spike"),
          new ParameterSpec("keep", "", 0.9, Range.FRACTION, "what is left of a derivative after each interval"),
          new ParameterSpec("Wmin", "", 0, Range.FINITE, "smallest weight"),
          new ParameterSpec("Wmax", "", 10, Range.FINITE, "largest weight")),
      List.of(new VariableSpec("sd", "", null, false, "derivative of the weight per interval")),
      List.of("Izhikevich (2006), Neural Comput 18:245, doi:10.1162/089976606775093882"), "none");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    Bounds.check(parameters, problem);
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new Derivative(block);
  }

  /** Entries of the history: time, decay over tau_plus. */
  private static final class Derivative implements SynapseRule {
    private final double aPlus;
    private final double aMinus;
    private final double tauPlus;
    private final double tauMinus;
    private final double intervalMs;
    private final double drift;
    private final double keep;
    private final Bounds bounds;
    private final double toleranceMs;
    private final History post;
    private final int column;

    Derivative(SynapseBlock b) {
      aPlus = b.parameter("A_plus");
      aMinus = b.parameter("A_minus");
      tauPlus = b.parameter("tau_plus");
      tauMinus = b.parameter("tau_minus");
      intervalMs = b.parameter("interval");
      drift = b.parameter("drift");
      keep = b.parameter("keep");
      bounds = Bounds.of(b);
      toleranceMs = b.toleranceMs();
      post = b.postSpikes(List.of(), List.of(tauPlus));
      column = b.column("sd");
    }

    @Override
    public double tickMs() {
      return intervalMs;
    }

    @Override
    public double rememberMs() {
      return Traces.rememberMs(tauPlus, tauMinus);
    }

    @Override
    public void catchUp(SynapseRow row) {
      if (row.previousMs() == Double.NEGATIVE_INFINITY) {
        return;
      }
      double since = row.seenMs() - row.backMs() + toleranceMs;
      double until = row.nowMs() - row.backMs() + toleranceMs;
      double plus = aPlus * post.decayScale(0, row.previousMs() - row.backMs());
      double[] sd = row.column(column);
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        double[] e = post.entries(target);
        int last = post.last(target, until);
        for (int s = post.after(target, since); s <= last; s += post.stride()) {
          sd[k] += plus * e[s + 1];
        }
      }
    }

    @Override
    public void spike(SynapseRow row) {
      double now = row.nowMs() - row.backMs();
      double[] sd = row.column(column);
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        int last = post.last(target, now - toleranceMs);
        if (last >= 0) {
          sd[k] -= aMinus * Exp.of((post.entries(target)[last] - now) / tauMinus);
        }
      }
    }

    @Override
    public void tick(SynapseRow row) {
      double[] sd = row.column(column);
      for (int k = 0; k < row.count(); k++) {
        row.weights()[k] = bounds.clip(row.weights()[k] + drift + sd[k]);
        sd[k] *= keep;
      }
    }
  }
}
