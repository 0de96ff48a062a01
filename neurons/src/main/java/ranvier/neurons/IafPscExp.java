package ranvier.neurons;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.math.Vectors;
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
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic currents, {@code iaf_psc_exp}.
 *
 * <p>Between spikes
 * <pre>
 *   C_m dV/dt = -C_m (V - E_L) / tau_m + I_ex + I_in + I_e + I_stim
 *   dI_ex/dt = -I_ex / tau_syn_ex        dI_in/dt = -I_in / tau_syn_in
 * </pre>
 * A spike of weight w (pA) makes I_ex (w &gt;= 0) or I_in (w &lt; 0) jump by w. If V &gt;= V_th, the neuron spikes,
 * and V stays at V_reset for t_ref while the currents go on.
 *
 * <p>On the grid one step of h is exact (Rotter and Diesmann 1999), with V relative to E_L, evaluated from left to
 * right:
 * <pre>
 *   V    &lt;- V P22 + I_ex P21ex + I_in P21in + (I_e + I_stim) P20     unless refractory
 *   I_ex &lt;- I_ex P11ex + arriving weights                            I_in likewise
 *   P22 = exp(-h/tau_m), P11 = exp(-h/tau_syn), P20 = tau_m/C_m (1 - P22),
 *   P21 = tau_m tau_syn / (C_m (tau_syn - tau_m)) (exp(-h/tau_syn) - exp(-h/tau_m))
 * </pre>
 * then the threshold test; a spike at t is followed by round(t_ref / h) steps at V_reset.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>C_m</td><td>250 pF</td><td>membrane capacitance</td></tr>
 * <tr><td>tau_m</td><td>10 ms</td><td>membrane time constant</td></tr>
 * <tr><td>tau_syn_ex, tau_syn_in</td><td>2 ms</td><td>time constants of the synaptic currents</td></tr>
 * <tr><td>t_ref</td><td>2 ms</td><td>absolute refractory period</td></tr>
 * <tr><td>E_L</td><td>-70 mV</td><td>resting potential</td></tr>
 * <tr><td>V_th, V_reset</td><td>-55, -70 mV</td><td>threshold and reset</td></tr>
 * <tr><td>I_e</td><td>0 pA</td><td>constant current</td></tr>
 * </table>
 *
 * <p>Limits: tau_syn = tau_m has P21 = h/C_m exp(-h/tau_m); it and its neighbourhood are computed without
 * cancellation. If tau_syn_ex = tau_syn_in in a whole population, one variable I_syn holds the sum of both currents,
 * unless they are wanted apart.
 *
 * <p>Sources: Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570; Diesmann, Gewaltig, Rotter,
 * Aertsen (2001), Neurocomputing 38-40:565, doi:10.1016/S0925-2312(01)00409-X; Morrison, Straube, Plesser, Diesmann
 * (2007), Neural Comput 19:47, doi:10.1162/neco.2007.19.1.47. Semantics on the grid as in NEST 3.10.
 */
public final class IafPscExp implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("iaf_psc_exp",
      "Leaky integrate-and-fire neuron with exponentially decaying synaptic currents.",
      """
      C_m dV/dt = -C_m (V - E_L) / tau_m + I_ex + I_in + I_e + I_stim
      dI_ex/dt = -I_ex / tau_syn_ex,  dI_in/dt = -I_in / tau_syn_in
      spike of weight w >= 0: I_ex += w;  w < 0: I_in += w
      V >= V_th: spike, V = V_reset for t_ref (synaptic currents go on)
      On the grid, V relative to E_L, exact for a step of h:
      V <- V P22 + I_ex P21ex + I_in P21in + (I_e + I_stim) P20;  I <- I P11 + arriving weights;  threshold test
      P22 = exp(-h/tau_m);  P11 = exp(-h/tau_syn);  P20 = tau_m/C_m (1 - P22)
      P21 = tau_m tau_syn / (C_m (tau_syn - tau_m)) (exp(-h/tau_syn) - exp(-h/tau_m))""",
      List.of(
          new ParameterSpec("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance"),
          new ParameterSpec("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant"),
          new ParameterSpec("tau_syn_ex", "ms", 2, Range.POSITIVE, "time constant of the excitatory current"),
          new ParameterSpec("tau_syn_in", "ms", 2, Range.POSITIVE, "time constant of the inhibitory current"),
          new ParameterSpec("t_ref", "ms", 2, Range.NOT_NEGATIVE, "absolute refractory period"),
          new ParameterSpec("E_L", "mV", -70, Range.FINITE, "resting potential"),
          new ParameterSpec("V_th", "mV", -55, Range.FINITE, "threshold"),
          new ParameterSpec("V_reset", "mV", -70, Range.FINITE, "potential after a spike"),
          new ParameterSpec("I_e", "pA", 0, Range.FINITE, "constant current")),
      List.of(
          new VariableSpec("V_m", "mV", "E_L", true, "membrane potential"),
          new VariableSpec("I_syn_ex", "pA", null, true, "excitatory synaptic current"),
          new VariableSpec("I_syn_in", "pA", null, true, "inhibitory synaptic current")),
      List.of("Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570",
          "Diesmann, Gewaltig, Rotter, Aertsen (2001), Neurocomputing 38-40:565, doi:10.1016/S0925-2312(01)00409-X",
          "Morrison, Straube, Plesser, Diesmann (2007), Neural Comput 19:47, doi:10.1162/neco.2007.19.1.47"),
      "tau_syn = tau_m: P21 = h/C_m exp(-h/tau_m), computed without cancellation near it. tau_syn_ex = tau_syn_in in "
          + "a whole population: one variable holds the sum of both currents unless they are probed.");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters p, boolean separate) {
    boolean uniform = p.uniform("tau_m") && p.uniform("tau_syn_ex") && p.uniform("tau_syn_in") && p.uniform("C_m")
        && p.uniform("E_L") && p.uniform("V_th") && p.uniform("V_reset");
    if (!separate && uniform && p.shared("tau_syn_ex") == p.shared("tau_syn_in")) {
      return List.of(new Receptor("syn", "pA", Receptor.Sign.BOTH, false));
    }
    return List.of(new Receptor("ex", "pA", Receptor.Sign.POSITIVE, false),
        new Receptor("in", "pA", Receptor.Sign.NEGATIVE, false));
  }

  @Override
  public void check(Parameters p, Consumer<String> problem) {
    Rules.below(p, "V_reset", "V_th", "a neuron must not be reset above its threshold", problem);
  }

  @Override
  public boolean hasSinglePrecision() {
    return true;
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    PscExpCoefficients c = new PscExpCoefficients(block);
    boolean vector = block.vectorised() && Vectors.present();
    if (block.singlePrecision()) {
      return vector ? new IafPscExpSingleVector(block, c) : new IafPscExpSingle(block, c);
    }
    return vector ? new IafPscExpDoubleVector(block, c) : new IafPscExpDouble(block, c);
  }

  @Override
  public ExactTime exactTime() {
    return ExactLif.EXPONENTIAL;
  }
}
