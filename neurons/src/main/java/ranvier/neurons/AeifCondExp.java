package ranvier.neurons;

import java.util.List;
import java.util.Locale;
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
 * Adaptive exponential integrate-and-fire neuron with exponentially decaying synaptic conductances,
 * {@code aeif_cond_exp}.
 *
 * <p>Between spikes
 * <pre>
 *   C_m dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V - V_th) / Delta_T)
 *               - g_ex (V - E_ex) - g_in (V - E_in) - w + I_e + I_stim
 *   tau_w dw/dt = a (V - E_L) - w
 *   dg_ex/dt = -g_ex / tau_syn_ex        dg_in/dt = -g_in / tau_syn_in
 * </pre>
 * A spike of weight w (nS) makes g_ex (w &gt;= 0) or g_in (w &lt; 0) jump by |w|. When V reaches V_peak, the neuron
 * spikes, V is set to V_reset and w grows by b.
 *
 * <p>On the grid each step is integrated by Runge-Kutta of order 5(4) with substeps adapted to an error of 1e-9 mV, pA
 * and nS; the time at which V reaches V_peak is located to 1e-12 ms, and the reset happens there. The spike is stamped
 * with the end of the step, and V stays at V_reset until round(t_ref / h) steps after that stamp, while w and the
 * conductances go on. With t_ref = 0 the integration goes on at once, there may be several spikes in a step, and V does
 * not depend on h.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>C_m</td><td>281 pF</td><td>membrane capacitance</td></tr>
 * <tr><td>g_L, E_L</td><td>30 nS, -70.6 mV</td><td>leak conductance and reversal potential</td></tr>
 * <tr><td>Delta_T</td><td>2 mV</td><td>slope factor</td></tr>
 * <tr><td>V_th</td><td>-50.4 mV</td><td>where the exponential takes off</td></tr>
 * <tr><td>V_peak, V_reset</td><td>0, -60 mV</td><td>spike detection and reset</td></tr>
 * <tr><td>a, b, tau_w</td><td>4 nS, 80.5 pA, 144 ms</td><td>adaptation: below threshold, per spike, time</td></tr>
 * <tr><td>t_ref</td><td>0 ms</td><td>absolute refractory period</td></tr>
 * <tr><td>E_ex, E_in</td><td>0, -85 mV</td><td>synaptic reversal potentials</td></tr>
 * <tr><td>tau_syn_ex, tau_syn_in</td><td>0.2, 2 ms</td><td>time constants of the conductances</td></tr>
 * <tr><td>I_e</td><td>0 pA</td><td>constant current</td></tr>
 * <tr><td>gsl_error_tol</td><td>1e-6</td><td>as in NEST; only values below 1e-9 have an effect here</td></tr>
 * </table>
 *
 * <p>Limits: Delta_T = 0 has no exponential; the neuron spikes at V_th, and as in NEST the reset is at the end of the
 * substep in which V gets there, usually the end of the step. Refractoriness counts from the stamp, so with
 * t_ref &gt; 0 results depend on h, as in NEST.
 *
 * <p>Source: Brette, Gerstner (2005), J Neurophysiol 94:3637, doi:10.1152/jn.00686.2005. Semantics as in NEST 3.10.
 */
public final class AeifCondExp implements NeuronModel {
  /** Largest exponent at V_peak: the exponential stays 20 orders of magnitude below overflow, as in NEST. */
  private static final double LARGEST_EXPONENT = StrictMath.log(Double.MAX_VALUE / 1e20);

  private static final ModelDescription DESCRIPTION = new ModelDescription("aeif_cond_exp",
      "Adaptive exponential integrate-and-fire neuron with exponentially decaying synaptic conductances.",
      """
      C_m dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V - V_th) / Delta_T)
                  - g_ex (V - E_ex) - g_in (V - E_in) - w + I_e + I_stim
      tau_w dw/dt = a (V - E_L) - w;  dg_ex/dt = -g_ex / tau_syn_ex,  dg_in/dt = -g_in / tau_syn_in
      spike of weight w >= 0: g_ex += w;  w < 0: g_in += |w|
      V reaches V_peak: spike, V = V_reset, w += b; then V = V_reset for t_ref
      On the grid: adaptive Runge-Kutta 5(4) within the step, crossing of V_peak located and reset there, spike stamped
      with the end of the step, refractory until round(t_ref/h) steps after the stamp""",
      List.of(
          new ParameterSpec("C_m", "pF", 281, Range.POSITIVE, "membrane capacitance"),
          new ParameterSpec("g_L", "nS", 30, Range.NOT_NEGATIVE, "leak conductance"),
          new ParameterSpec("E_L", "mV", -70.6, Range.FINITE, "leak reversal potential"),
          new ParameterSpec("Delta_T", "mV", 2, Range.NOT_NEGATIVE, "slope factor"),
          new ParameterSpec("V_th", "mV", -50.4, Range.FINITE, "where the exponential takes off"),
          new ParameterSpec("V_peak", "mV", 0, Range.FINITE, "spike detection threshold"),
          new ParameterSpec("V_reset", "mV", -60, Range.FINITE, "potential after a spike"),
          new ParameterSpec("a", "nS", 4, Range.FINITE, "adaptation below threshold"),
          new ParameterSpec("b", "pA", 80.5, Range.FINITE, "adaptation per spike"),
          new ParameterSpec("tau_w", "ms", 144, Range.POSITIVE, "time constant of the adaptation"),
          new ParameterSpec("t_ref", "ms", 0, Range.NOT_NEGATIVE, "absolute refractory period"),
          new ParameterSpec("E_ex", "mV", 0, Range.FINITE, "excitatory reversal potential"),
          new ParameterSpec("E_in", "mV", -85, Range.FINITE, "inhibitory reversal potential"),
          new ParameterSpec("tau_syn_ex", "ms", 0.2, Range.POSITIVE, "time constant of the excitatory conductance"),
          new ParameterSpec("tau_syn_in", "ms", 2, Range.POSITIVE, "time constant of the inhibitory conductance"),
          new ParameterSpec("I_e", "pA", 0, Range.FINITE, "constant current"),
          new ParameterSpec("gsl_error_tol", "", 1e-6, Range.POSITIVE, "error per substep; no effect above 1e-9")),
      List.of(
          new VariableSpec("V_m", "mV", "E_L", true, "membrane potential"),
          new VariableSpec("w", "pA", null, true, "adaptation current"),
          new VariableSpec("g_ex", "nS", null, true, "excitatory conductance"),
          new VariableSpec("g_in", "nS", null, true, "inhibitory conductance")),
      List.of("Brette, Gerstner (2005), J Neurophysiol 94:3637, doi:10.1152/jn.00686.2005"),
      "Delta_T = 0: no exponential, spike at V_th. With t_ref > 0 results depend on h, since t_ref counts from the"
          + " stamp.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    return List.of(new Receptor("ex", "nS", Receptor.Sign.POSITIVE, true),
        new Receptor("in", "nS", Receptor.Sign.NEGATIVE, true));
  }

  @Override
  public void check(Parameters p, Consumer<String> problem) {
    Rules.below(p, "V_reset", "V_peak", "a neuron must not be reset above its threshold", problem);
    Rules.notAbove(p, "V_th", "V_peak", "the exponential takes off before the spike is detected", problem);
    boolean uniform = p.uniform("V_peak") && p.uniform("V_th") && p.uniform("Delta_T");
    for (int i = 0; i < (uniform ? Math.min(1, p.size()) : p.size()); i++) {
      double slope = p.of("Delta_T", i);
      double exponent = (p.of("V_peak", i) - p.of("V_th", i)) / slope;
      if (slope > 0 && exponent >= LARGEST_EXPONENT) {
        problem.accept(String.format(Locale.ROOT, "Delta_T: (V_peak - V_th) / Delta_T must be below %.0f, or the "
            + "exponential overflows, got %s; raise Delta_T or lower V_peak", LARGEST_EXPONENT, exponent));
        return;
      }
    }
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return new AeifCondExpDouble(block);
  }

  @Override
  public ExactTime exactTime() {
    return ExactOde.ADAPTIVE_EXPONENTIAL;
  }
}
