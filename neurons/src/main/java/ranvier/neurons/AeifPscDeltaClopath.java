package ranvier.neurons;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.ParameterSpec.Range;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.VariableSpec;

/**
 * Adaptive exponential integrate-and-fire neuron with voltage jumps, an adaptive threshold and the filtered potentials
 * of voltage-based plasticity, {@code aeif_psc_delta_clopath}:
 * <pre>
 *   C_m dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V - V_th) / Delta_T) - w + z + I_e + I_stim
 *   tau_w dw/dt = a (V - E_L) - w     dz/dt = -z / tau_z     dV_th/dt = -(V_th - V_th_rest) / tau_V_th
 *   du_+/dt = (V - u_+) / tau_u_bar_plus, likewise u_-;      du_bar/dt = (u_- - u_bar) / tau_u_bar_bar
 * </pre>
 * V &gt;= V_peak: spike, w += b, z = I_sp, V_th = V_th_max, V = V_clamp for t_clamp, in which w stands still; then V =
 * V_reset for t_ref. A spike of weight w (mV) adds w to V at the end of the step, unless V is clamped or refractory.
 *
 * <p>What a {@code clopath_synapse} asks for, at the end of every step of length h, with potentials u delayed by
 * delay_u_bars (0 mV before time 0, as in NEST):
 * <pre>
 *   dw_ltp = A_LTP (V - theta_plus)+ (u_+ - theta_minus)+ h
 *   dw_ltd = A_LTD (u_- - theta_minus)+, times u_bar^2 / u_ref_squared unless A_LTD_const
 * </pre>
 * On the grid each step is integrated by Runge-Kutta of order 5(4) with substeps adapted to an error of 1e-8.
 *
 * <p>Sources: Clopath, Buesing, Vasilaki, Gerstner (2010), doi:10.1038/nn.2479; Brette, Gerstner (2005). Semantics as
 * in
 * NEST 3.10.
 */
public final class AeifPscDeltaClopath implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("aeif_psc_delta_clopath",
      "Adaptive exponential integrate-and-fire neuron with voltage jumps, for voltage-based plasticity.",
      """
      C_m dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V - V_th) / Delta_T) - w + z + I_e + I_stim
      tau_w dw/dt = a (V - E_L) - w;  dz/dt = -z / tau_z;  dV_th/dt = -(V_th - V_th_rest) / tau_V_th
      du_bar_plus/dt = (V - u_bar_plus) / tau_u_bar_plus, likewise u_bar_minus;
      du_bar_bar/dt = (u_bar_minus - u_bar_bar) / tau_u_bar_bar
      spike of weight w: V += w at the end of the step
      V >= V_peak: spike, w += b, z = I_sp, V_th = V_th_max; V = V_clamp for t_clamp, then V_reset for t_ref
      dw_ltp = A_LTP (V - theta_plus)+ (u_bar_plus(t - delay_u_bars) - theta_minus)+ h
      dw_ltd = A_LTD (u_bar_minus(t - delay_u_bars) - theta_minus)+ [u_bar_bar^2 / u_ref_squared]""",
      List.of(
          new ParameterSpec("C_m", "pF", 281, Range.POSITIVE, "membrane capacitance"),
          new ParameterSpec("g_L", "nS", 30, Range.NOT_NEGATIVE, "leak conductance"),
          new ParameterSpec("E_L", "mV", -70.6, Range.FINITE, "leak reversal potential"),
          new ParameterSpec("Delta_T", "mV", 2, Range.NOT_NEGATIVE, "slope factor"),
          new ParameterSpec("V_peak", "mV", 33, Range.FINITE, "spike detection threshold"),
          new ParameterSpec("V_reset", "mV", -60, Range.FINITE, "potential after the clamp"),
          new ParameterSpec("V_clamp", "mV", 33, Range.FINITE, "potential after a spike"),
          new ParameterSpec("t_clamp", "ms", 2, Range.NOT_NEGATIVE, "duration of the clamp"),
          new ParameterSpec("t_ref", "ms", 0, Range.NOT_NEGATIVE, "refractory period after the clamp"),
          new ParameterSpec("a", "nS", 4, Range.FINITE, "adaptation below threshold"),
          new ParameterSpec("b", "pA", 80.5, Range.FINITE, "adaptation per spike"),
          new ParameterSpec("tau_w", "ms", 144, Range.POSITIVE, "time constant of the adaptation"),
          new ParameterSpec("I_sp", "pA", 400, Range.FINITE, "depolarising current after a spike"),
          new ParameterSpec("tau_z", "ms", 40, Range.POSITIVE, "its time constant"),
          new ParameterSpec("V_th_rest", "mV", -50.4, Range.FINITE, "threshold at rest"),
          new ParameterSpec("V_th_max", "mV", 30.4, Range.FINITE, "threshold after a spike"),
          new ParameterSpec("tau_V_th", "ms", 50, Range.POSITIVE, "time constant of the threshold"),
          new ParameterSpec("tau_u_bar_plus", "ms", 7, Range.POSITIVE, "time constant of u_bar_plus"),
          new ParameterSpec("tau_u_bar_minus", "ms", 10, Range.POSITIVE, "time constant of u_bar_minus"),
          new ParameterSpec("tau_u_bar_bar", "ms", 500, Range.POSITIVE, "time constant of u_bar_bar"),
          new ParameterSpec("theta_plus", "mV", -45.3, Range.FINITE, "threshold of potentiation"),
          new ParameterSpec("theta_minus", "mV", -70.6, Range.FINITE, "threshold of the filtered potentials"),
          new ParameterSpec("A_LTP", "", 8e-5, Range.FINITE, "amplitude of potentiation, per mV^2 and ms"),
          new ParameterSpec("A_LTD", "", 14e-5, Range.FINITE, "amplitude of depression, per mV"),
          new ParameterSpec("A_LTD_const", "", 1, Range.BOOLEAN, "whether depression ignores u_bar_bar"),
          new ParameterSpec("u_ref_squared", "mV^2", 60, Range.POSITIVE, "reference for u_bar_bar^2"),
          new ParameterSpec("delay_u_bars", "ms", 5, Range.NOT_NEGATIVE, "delay of the filtered potentials"),
          new ParameterSpec("I_e", "pA", 0, Range.FINITE, "constant current")),
      List.of(
          new VariableSpec("V_m", "mV", "E_L", true, "membrane potential"),
          new VariableSpec("w", "pA", null, true, "adaptation current"),
          new VariableSpec("z", "pA", null, true, "depolarising current"),
          new VariableSpec("V_th", "mV", "V_th_rest", true, "adaptive threshold"),
          new VariableSpec("u_bar_plus", "mV", "E_L", true, "potential filtered for potentiation"),
          new VariableSpec("u_bar_minus", "mV", "E_L", true, "potential filtered for depression"),
          new VariableSpec("u_bar_bar", "mV", "E_L", true, "potential filtered for homoeostasis"),
          new VariableSpec("dw_ltp", "", null, false, "potentiation in this step per unit of the presynaptic trace"),
          new VariableSpec("dw_ltd", "", null, false, "depression by a presynaptic spike in this step")),
      List.of("Clopath, Buesing, Vasilaki, Gerstner (2010), Nat Neurosci 13:344, doi:10.1038/nn.2479",
          "Brette, Gerstner (2005), J Neurophysiol 94:3637, doi:10.1152/jn.00686.2005"),
      "Delta_T = 0: no exponential, the neuron spikes at V_th. t_clamp = 0: V stays at V_clamp, as in NEST.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    return List.of(new Receptor("v", "mV", Receptor.Sign.BOTH, false));
  }

  @Override
  public void check(Parameters p, Consumer<String> problem) {
    Rules.below(p, "V_reset", "V_peak", "a neuron must not be reset above its threshold", problem);
    Rules.notAbove(p, "V_th_rest", "V_th_max", "the threshold rises with a spike", problem);
    Rules.notAbove(p, "V_th_rest", "V_peak", "the exponential takes off before the spike is detected", problem);
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return new AeifPscDeltaClopathDouble(block);
  }
}
