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
 * Leaky integrate-and-fire neuron whose potential jumps on each arriving spike, {@code iaf_psc_delta}.
 *
 * <p>Between spikes
 * <pre>
 *   C_m dV/dt = -C_m (V - E_L) / tau_m + I_e + I_stim
 * </pre>
 * A spike of weight w (mV) arriving at t makes V jump by w at t, so it can make the neuron spike at t. If V &gt;= V_th,
 * the neuron spikes, and V stays at V_reset for t_ref.
 *
 * <p>On the grid one step of h is exact, with V relative to E_L:
 * <pre>
 *   V &lt;- (I_e + I_stim) P30 + V P33 + arriving weights        unless refractory
 *   P33 = exp(-h/tau_m), P30 = tau_m/C_m (1 - P33)
 * </pre>
 * then V &lt;- max(V, V_min), then the threshold test; a spike at t is followed by n = round(t_ref / h) steps at
 * V_reset. Input that arrives in them is lost, or, with refractory_input, added in the first free step, decayed since
 * its arrival.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>C_m</td><td>250 pF</td><td>membrane capacitance</td></tr>
 * <tr><td>tau_m</td><td>10 ms</td><td>membrane time constant</td></tr>
 * <tr><td>t_ref</td><td>2 ms</td><td>absolute refractory period</td></tr>
 * <tr><td>E_L</td><td>-70 mV</td><td>resting potential</td></tr>
 * <tr><td>V_th, V_reset</td><td>-55, -70 mV</td><td>threshold and reset</td></tr>
 * <tr><td>V_min</td><td>-infinity mV</td><td>lower bound of V</td></tr>
 * <tr><td>I_e</td><td>0 pA</td><td>constant current</td></tr>
 * <tr><td>refractory_input</td><td>false</td><td>keep input that arrives during refractoriness</td></tr>
 * </table>
 *
 * <p>Limits: an input that lifts V to exactly V_th makes a spike. As tau_syn -&gt; 0 with constant charge,
 * {@link IafPscExp} becomes this model.
 *
 * <p>Sources: Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570; Diesmann, Gewaltig, Rotter,
 * Aertsen (2001), Neurocomputing 38-40:565, doi:10.1016/S0925-2312(01)00409-X. Semantics on the grid as in NEST 3.10.
 */
public final class IafPscDelta implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("iaf_psc_delta",
      "Leaky integrate-and-fire neuron whose potential jumps on each arriving spike.",
      """
      C_m dV/dt = -C_m (V - E_L) / tau_m + I_e + I_stim
      spike of weight w: V += w
      V >= V_th: spike, V = V_reset for t_ref; input meanwhile is lost, or kept (decaying) with refractory_input
      On the grid, V relative to E_L, exact for a step of h:
      V <- (I_e + I_stim) P30 + V P33 + arriving weights;  V <- max(V, V_min);  threshold test
      P33 = exp(-h/tau_m);  P30 = tau_m/C_m (1 - P33)""",
      List.of(
          new ParameterSpec("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance"),
          new ParameterSpec("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant"),
          new ParameterSpec("t_ref", "ms", 2, Range.NOT_NEGATIVE, "absolute refractory period"),
          new ParameterSpec("E_L", "mV", -70, Range.FINITE, "resting potential"),
          new ParameterSpec("V_th", "mV", -55, Range.FINITE, "threshold"),
          new ParameterSpec("V_reset", "mV", -70, Range.FINITE, "potential after a spike"),
          new ParameterSpec("V_min", "mV", Double.NEGATIVE_INFINITY, Range.ANY, "lower bound of the potential"),
          new ParameterSpec("I_e", "pA", 0, Range.FINITE, "constant current"),
          new ParameterSpec("refractory_input", "", 0, Range.BOOLEAN, "keep input that arrives during refractoriness")),
      List.of(new VariableSpec("V_m", "mV", "E_L", true, "membrane potential")),
      List.of("Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570",
          "Diesmann, Gewaltig, Rotter, Aertsen (2001), Neurocomputing 38-40:565, doi:10.1016/S0925-2312(01)00409-X"),
      "An input that lifts V to exactly V_th makes a spike. iaf_psc_exp with tau_syn -> 0 and constant charge.");

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
    Rules.below(p, "V_reset", "V_th", "a neuron must not be reset above its threshold", problem);
    Rules.below(p, "V_min", "V_th", "a neuron held above its threshold would spike in every step", problem);
  }

  @Override
  public boolean hasSinglePrecision() {
    return true;
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    PscDeltaCoefficients c = new PscDeltaCoefficients(block);
    boolean vector = block.vectorised() && Vectors.present();
    if (block.singlePrecision()) {
      return vector ? new IafPscDeltaSingleVector(block, c) : new IafPscDeltaSingle(block, c);
    }
    return vector ? new IafPscDeltaDoubleVector(block, c) : new IafPscDeltaDouble(block, c);
  }

  @Override
  public ExactTime exactTime() {
    return ExactLif.DELTA;
  }
}
