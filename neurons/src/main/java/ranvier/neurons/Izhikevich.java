package ranvier.neurons;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.VariableSpec;
import ranvier.neurons.exact.ExactOde;

/**
 * Quadratic integrate-and-fire neuron with a recovery variable, {@code izhikevich}.
 *
 * <pre>
 *   dV/dt = 0.04 V^2 + 5 V + 140 - U + I_e + I_stim        dU/dt = a (b V - U)
 *   if V &gt;= V_th: spike, V = c, U = U + d
 * </pre>
 * V in mV, time in ms; U and the currents have no unit of their own. There is no refractoriness.
 *
 * <p>With consistent_integration (the default) a step of h is forward Euler from the old V and U, and each arriving
 * weight (mV) is added to V:
 * <pre>
 *   V &lt;- V + (h (0.04 V^2 + 5 V + 140 - U + I_stim + I_e) + arriving weights),   U &lt;- U + h a (b V_old - U)
 * </pre>
 * Without it, the scheme of the paper (meant for h = 1 ms): V twice by half a step, with the arriving weights as a
 * current of one step, then U by a whole step from the new V:
 * <pre>
 *   twice V &lt;- V + h/2 (0.04 V^2 + 5 V + 140 - U + I_stim + I_e + arriving weights),   U &lt;- U + h a (b V - U)
 * </pre>
 * Then V &lt;- max(V, V_min), then the threshold test.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>a, b</td><td>0.02, 0.2</td><td>rate (1/ms) and sensitivity of the recovery variable</td></tr>
 * <tr><td>c</td><td>-65 mV</td><td>potential after a spike</td></tr>
 * <tr><td>d</td><td>8</td><td>jump of the recovery variable at a spike</td></tr>
 * <tr><td>V_th</td><td>30 mV</td><td>peak at which a spike is cut off</td></tr>
 * <tr><td>V_min</td><td>-infinity mV</td><td>lower bound of V</td></tr>
 * <tr><td>I_e</td><td>0</td><td>constant current</td></tr>
 * <tr><td>consistent_integration</td><td>true</td><td>forward Euler instead of the scheme of the paper</td></tr>
 * </table>
 *
 * <p>Limits: forward Euler is of first order, so spike times depend on h. V starts at c, U at 0 unless given.
 *
 * <p>Source: Izhikevich (2003), IEEE Trans Neural Netw 14:1569, doi:10.1109/TNN.2003.820440. As in NEST 3.10.
 */
public final class Izhikevich implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("izhikevich",
      "Quadratic integrate-and-fire neuron with a recovery variable.",
      """
      dV/dt = 0.04 V^2 + 5 V + 140 - U + I_e + I_stim,  dU/dt = a (b V - U)
      V >= V_th: spike, V = c, U += d; no refractoriness
      consistent_integration: forward Euler from the old V and U; spike of weight w: V += w
      otherwise (2003 paper, h = 1 ms): V twice by h/2 with the weights as a current of one step, then U from the new V
      then V <- max(V, V_min), then the threshold test""",
      List.of(
          new ParameterSpec("a", "1/ms", 0.02, Range.FINITE, "rate of the recovery variable"),
          new ParameterSpec("b", "", 0.2, Range.FINITE, "sensitivity of the recovery variable to the potential"),
          new ParameterSpec("c", "mV", -65, Range.FINITE, "potential after a spike"),
          new ParameterSpec("d", "", 8, Range.FINITE, "jump of the recovery variable at a spike"),
          new ParameterSpec("V_th", "mV", 30, Range.FINITE, "potential at which a spike is cut off"),
          new ParameterSpec("V_min", "mV", Double.NEGATIVE_INFINITY, Range.ANY, "lower bound of the potential"),
          new ParameterSpec("I_e", "", 0, Range.FINITE, "constant current"),
          new ParameterSpec("consistent_integration", "", 1, Range.BOOLEAN,
              "forward Euler instead of the scheme of the paper")),
      List.of(
          new VariableSpec("V_m", "mV", "c", true, "membrane potential"),
          new VariableSpec("U_m", "", null, true, "recovery variable")),
      List.of("Izhikevich (2003), IEEE Trans Neural Netw 14:1569, doi:10.1109/TNN.2003.820440"),
      "Forward Euler is of first order: spike times depend on h. The scheme of the paper is meant for h = 1 ms.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    return List.of(new Receptor("jump", "mV", Receptor.Sign.BOTH, false));
  }

  @Override
  public void check(Parameters p, Consumer<String> problem) {
    Rules.below(p, "c", "V_th", "a neuron must not be reset above its threshold", problem);
    Rules.below(p, "V_min", "V_th", "a neuron held above its threshold would spike in every step", problem);
    Rules.shared(p, "consistent_integration", problem);
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return new IzhikevichDouble(block);
  }

  @Override
  public ExactTime exactTime() {
    return ExactOde.IZHIKEVICH;
  }
}
