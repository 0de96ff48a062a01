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

/**
 * Voltage-based plasticity, {@code clopath_synapse}: the target's neuron model says at every time step by how much its
 * potential would potentiate (state variable {@code dw_ltp}) and depress ({@code dw_ltd}) a synapse;
 * <pre>
 *   every step:         w += dw_ltp x_bar, at most Wmax
 *   presynaptic spike:  w -= dw_ltd, at least Wmin; w is transmitted; then x_bar += 1 / tau_x
 * </pre>
 * with the trace x_bar of the presynaptic spikes. On the grid.
 *
 * <p>Source: Clopath, Buesing, Vasilaki, Gerstner (2010), Nat Neurosci 13:344, doi:10.1038/nn.2479. As in NEST 3.10
 * with
 * a max_delay that leaves its depression history complete.
 */
public final class ClopathSynapse implements SynapseModel {
  private static final String LTP = "dw_ltp";
  private static final String LTD = "dw_ltd";

  private static final ModelDescription DESCRIPTION = new ModelDescription("clopath_synapse",
      "Plasticity that depends on the membrane potential of the target.",
      """
      every step: w += dw_ltp x_bar, at most Wmax
      presynaptic spike: w -= dw_ltd, at least Wmin; w is transmitted; x_bar += 1 / tau_x
      dx_bar/dt = -x_bar / tau_x; dw_ltp and dw_ltd are state variables of the target""",
      PlasticOptions.with(
          new ParameterSpec("tau_x", "ms", 15, Range.POSITIVE, "time constant of the presynaptic trace"),
          new ParameterSpec("Wmin", "", 0, Range.FINITE, "smallest weight"),
          new ParameterSpec("Wmax", "", 100, Range.FINITE, "largest weight")),
      List.of(), List.of("Clopath, Buesing, Vasilaki, Gerstner (2010), Nat Neurosci 13:344, doi:10.1038/nn.2479"),
      "on the grid; targets must have the state variables dw_ltp and dw_ltd");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public List<String> postVariables() {
    return List.of(LTP, LTD);
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    Bounds.check(parameters, problem);
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new Voltage(block);
  }

  /** Entries of the histories: time, value; none where the value is 0. */
  private static final class Voltage implements SynapseRule {
    private static final double REMEMBER_MS = 50;

    private final double tauX;
    private final Bounds bounds;
    private final double toleranceMs;
    private final History potentiation;
    private final History depression;

    Voltage(SynapseBlock b) {
      tauX = b.parameter("tau_x");
      bounds = Bounds.of(b);
      toleranceMs = b.toleranceMs();
      potentiation = b.postVariable(LTP);
      depression = b.postVariable(LTD);
    }

    @Override
    public int rowVariables() {
      return 1;
    }

    @Override
    public double rememberMs() {
      return REMEMBER_MS;
    }

    @Override
    public void catchUp(SynapseRow row) {
      double since = row.seenMs() - row.backMs() + toleranceMs;
      double until = row.nowMs() - row.backMs() + toleranceMs;
      double xBar = row.own()[0];
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        double[] e = potentiation.entries(target);
        int last = potentiation.last(target, until);
        for (int s = potentiation.after(target, since); s <= last; s += potentiation.stride()) {
          double trace = xBar == 0.0 ? 0.0 : xBar * Exp.of((row.previousMs() - e[s] - row.backMs()) / tauX);
          row.weights()[k] = Math.min(bounds.highest(), row.weights()[k] + e[s + 1] * trace);
        }
      }
    }

    @Override
    public void spike(SynapseRow row) {
      double now = row.nowMs() - row.backMs();
      for (int k = 0; k < row.count(); k++) {
        int target = row.targets()[k];
        int last = depression.last(target, now + toleranceMs);
        if (last >= 0 && depression.entries(target)[last] > now - toleranceMs) {
          row.weights()[k] = Math.max(bounds.lowest(), row.weights()[k] - depression.entries(target)[last + 1]);
        }
      }
      row.own()[0] = Traces.afterSpike(row, row.own()[0], tauX, 1.0 / tauX);
    }
  }
}
