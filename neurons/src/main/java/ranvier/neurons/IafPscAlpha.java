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
import ranvier.neurons.exact.ExactLif;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped synaptic currents, {@code iaf_psc_alpha}.
 *
 * <p>Between spikes
 * <pre>
 *   C_m dV/dt = -C_m (V - E_L) / tau_m + I_ex + I_in + I_e + I_stim
 *   dI/dt = dI - I / tau_syn        d(dI)/dt = -dI / tau_syn        for each of ex, in
 * </pre>
 * A spike of weight w (pA) makes dI_ex (w &gt;= 0) or dI_in (w &lt; 0) jump by w e / tau_syn: the current it causes,
 * w (t/tau_syn) exp(1 - t/tau_syn), peaks at w after tau_syn. If V &gt;= V_th, the neuron spikes, and V stays at
 * V_reset for t_ref while the currents go on.
 *
 * <p>On the grid one step of h is exact (Rotter and Diesmann 1999), with V relative to E_L, from left to right:
 * <pre>
 *   V  &lt;- (I_e + I_stim) P30 + P31ex dI_ex + P32ex I_ex + P31in dI_in + P32in I_in + (P33 - 1) V + V
 *   I  &lt;- P21 dI + P11 I,   dI &lt;- dI P11 + arriving weights e / tau_syn
 *   P11 = exp(-h/tau_syn), P21 = h P11, P33 = exp(-h/tau_m), P30 = tau_m/C_m (1 - P33),
 *   P32 = (P33 - P11) / (C_m b), P31 = ((P33 - P11) / b^2 - h P11 / b) / C_m,  b = 1/tau_syn - 1/tau_m
 * </pre>
 * then V &lt;- max(V, V_min) (unless refractory), then the threshold test; a spike at t is followed by
 * round(t_ref / h) steps at V_reset.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>C_m</td><td>250 pF</td><td>membrane capacitance</td></tr>
 * <tr><td>tau_m</td><td>10 ms</td><td>membrane time constant</td></tr>
 * <tr><td>tau_syn_ex, tau_syn_in</td><td>2 ms</td><td>rise times of the synaptic currents</td></tr>
 * <tr><td>t_ref</td><td>2 ms</td><td>absolute refractory period</td></tr>
 * <tr><td>E_L</td><td>-70 mV</td><td>resting potential</td></tr>
 * <tr><td>V_th, V_reset</td><td>-55, -70 mV</td><td>threshold and reset</td></tr>
 * <tr><td>V_min</td><td>-infinity mV</td><td>lower bound of V</td></tr>
 * <tr><td>I_e</td><td>0 pA</td><td>constant current</td></tr>
 * </table>
 *
 * <p>Limits: tau_syn = tau_m (b = 0) has P32 = h/C_m P33 and P31 = h^2/(2 C_m) P33; it and its neighbourhood are
 * computed without cancellation.
 *
 * <p>Sources: Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570; Diesmann, Gewaltig, Rotter,
 * Aertsen (2001), Neurocomputing 38-40:565, doi:10.1016/S0925-2312(01)00409-X. Semantics on the grid as in NEST 3.10.
 */
public final class IafPscAlpha implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("iaf_psc_alpha",
      "Leaky integrate-and-fire neuron with alpha-shaped synaptic currents.",
      """
      C_m dV/dt = -C_m (V - E_L) / tau_m + I_ex + I_in + I_e + I_stim
      dI/dt = dI - I / tau_syn,  d(dI)/dt = -dI / tau_syn  for each of ex, in
      spike of weight w >= 0: dI_ex += w e / tau_syn_ex (the current peaks at w);  w < 0: dI_in likewise
      V >= V_th: spike, V = V_reset for t_ref (synaptic currents go on)
      On the grid, V relative to E_L, exact for a step of h:
      V <- (I_e + I_stim) P30 + P31ex dI_ex + P32ex I_ex + P31in dI_in + P32in I_in + (P33 - 1) V + V
      I <- P21 dI + P11 I;  dI <- dI P11 + arriving weights e / tau_syn;  V <- max(V, V_min);  threshold test
      P11 = exp(-h/tau_syn);  P21 = h P11;  P33 = exp(-h/tau_m);  P30 = tau_m/C_m (1 - P33)
      b = 1/tau_syn - 1/tau_m;  P32 = (P33 - P11) / (C_m b);  P31 = ((P33 - P11) / b^2 - h P11 / b) / C_m""",
      List.of(
          new ParameterSpec("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance"),
          new ParameterSpec("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant"),
          new ParameterSpec("tau_syn_ex", "ms", 2, Range.POSITIVE, "rise time of the excitatory current"),
          new ParameterSpec("tau_syn_in", "ms", 2, Range.POSITIVE, "rise time of the inhibitory current"),
          new ParameterSpec("t_ref", "ms", 2, Range.NOT_NEGATIVE, "absolute refractory period"),
          new ParameterSpec("E_L", "mV", -70, Range.FINITE, "resting potential"),
          new ParameterSpec("V_th", "mV", -55, Range.FINITE, "threshold"),
          new ParameterSpec("V_reset", "mV", -70, Range.FINITE, "potential after a spike"),
          new ParameterSpec("V_min", "mV", Double.NEGATIVE_INFINITY, Range.ANY, "lower bound of the potential"),
          new ParameterSpec("I_e", "pA", 0, Range.FINITE, "constant current")),
      List.of(
          new VariableSpec("V_m", "mV", "E_L", true, "membrane potential"),
          new VariableSpec("I_syn_ex", "pA", null, true, "excitatory synaptic current"),
          new VariableSpec("I_syn_in", "pA", null, true, "inhibitory synaptic current"),
          new VariableSpec("dI_syn_ex", "pA/ms", null, true, "what makes the excitatory current rise"),
          new VariableSpec("dI_syn_in", "pA/ms", null, true, "what makes the inhibitory current rise")),
      List.of("Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570",
          "Diesmann, Gewaltig, Rotter, Aertsen (2001), Neurocomputing 38-40:565, doi:10.1016/S0925-2312(01)00409-X"),
      "tau_syn = tau_m: P32 = h/C_m P33 and P31 = h^2/(2 C_m) P33, computed without cancellation near it.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    return List.of(new Receptor("ex", "pA", Receptor.Sign.POSITIVE, false),
        new Receptor("in", "pA", Receptor.Sign.NEGATIVE, false));
  }

  @Override
  public void check(Parameters p, Consumer<String> problem) {
    Rules.below(p, "V_reset", "V_th", "a neuron must not be reset above its threshold", problem);
    Rules.below(p, "V_min", "V_th", "a neuron held above its threshold would spike in every step", problem);
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return new IafPscAlphaDouble(block, new PscAlphaCoefficients(block));
  }

  @Override
  public ExactTime exactTime() {
    return ExactLif.ALPHA;
  }
}
