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
import ranvier.neurons.exact.ExactOde;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic conductances, {@code iaf_cond_exp}.
 *
 * <p>Between spikes
 * <pre>
 *   C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I_stim
 *   dg_ex/dt = -g_ex / tau_syn_ex        dg_in/dt = -g_in / tau_syn_in
 * </pre>
 * A spike of weight w (nS) makes g_ex (w &gt;= 0) or g_in (w &lt; 0) jump by |w|. If V &gt;= V_th, the neuron spikes,
 * and V stays at V_reset for t_ref while the conductances go on.
 *
 * <p>The conductances are known functions of time within a step of h, so the equation of V is linear; with V relative
 * to E_L, G(t) = g_L + g_ex(t) + g_in(t) and the integral K(t, h) of G/C_m from t to h in closed form,
 * <pre>
 *   V(h) = V(0) exp(-K(0, h)) + integral over [0, h] of exp(-K(t, h)) (g_ex(t) (E_ex - E_L) + g_in(t) (E_in - E_L)
 *          + I_e + I_stim) / C_m dt
 * </pre>
 * With integration = 0 the integral is a Gauss-Legendre quadrature of 6 nodes. Where all neurons of a population have
 * the same parameters, neurons whose rate allows it take a Magnus expansion instead ({@code CondExpMagnus}), which
 * costs a tenth and stays within 1e-6 mV of the quadrature per step. With integration = 1 a step is
 * exponential Euler with the conductances of its middle, which is faster and has an error of second order in h:
 * <pre>
 *   V &lt;- A + (V - A) exp(-h G(h/2) / C_m),  A = (g_ex(h/2) (E_ex - E_L) + g_in(h/2) (E_in - E_L) + I) / G(h/2)
 * </pre>
 * Then g &lt;- g exp(-h/tau_syn) + arriving |weights|, then the threshold test; a spike at t is followed by
 * round(t_ref / h) steps at V_reset.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><td>C_m</td><td>250 pF</td><td>membrane capacitance</td></tr>
 * <tr><td>g_L</td><td>16.6667 nS</td><td>leak conductance</td></tr>
 * <tr><td>E_L</td><td>-70 mV</td><td>leak reversal potential</td></tr>
 * <tr><td>E_ex, E_in</td><td>0, -85 mV</td><td>synaptic reversal potentials</td></tr>
 * <tr><td>tau_syn_ex, tau_syn_in</td><td>0.2, 2 ms</td><td>time constants of the conductances</td></tr>
 * <tr><td>t_ref</td><td>2 ms</td><td>absolute refractory period</td></tr>
 * <tr><td>V_th, V_reset</td><td>-55, -60 mV</td><td>threshold and reset</td></tr>
 * <tr><td>I_e</td><td>0 pA</td><td>constant current</td></tr>
 * <tr><td>integration</td><td>0</td><td>0 quadrature, 1 exponential Euler</td></tr>
 * </table>
 *
 * <p>Limits: the error of a step by quadrature is below 1e-9 mV as long as h/tau_syn and h G/C_m stay below 1; beyond
 * that choose a smaller h. That of the expansion is below 1e-6 mV for potentials within 100 mV of E_L and currents that
 * charge the membrane by at most 1 mV per step. NEST limits V to V_th in the derivative. That concerns a neuron that
 * starts above threshold,
 * which is done likewise, and excursions above threshold within a step that end below it, which are not limited here.
 *
 * <p>Sources: Meffin, Burkitt, Grayden (2004), J Comput Neurosci 16:159, doi:10.1023/B:JCNS.0000014108.03012.81; for
 * exponential Euler Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570. Semantics as in NEST 3.10.
 */
public final class IafCondExp implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("iaf_cond_exp",
      "Leaky integrate-and-fire neuron with exponentially decaying synaptic conductances.",
      """
      C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I_stim
      dg_ex/dt = -g_ex / tau_syn_ex,  dg_in/dt = -g_in / tau_syn_in
      spike of weight w >= 0: g_ex += w;  w < 0: g_in += |w|
      V >= V_th: spike, V = V_reset for t_ref (conductances go on)
      On the grid: variation of constants, which is exact, its integral by Gauss-Legendre quadrature of 6 nodes, or
      by a Magnus expansion where that is as good to 1e-6 mV per step
      integration = 1: exponential Euler with the conductances of the middle of the step
      then g <- g exp(-h/tau_syn) + arriving |weights|, then the threshold test""",
      List.of(
          new ParameterSpec("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance"),
          new ParameterSpec("g_L", "nS", 16.6667, Range.NOT_NEGATIVE, "leak conductance"),
          new ParameterSpec("E_L", "mV", -70, Range.FINITE, "leak reversal potential"),
          new ParameterSpec("E_ex", "mV", 0, Range.FINITE, "excitatory reversal potential"),
          new ParameterSpec("E_in", "mV", -85, Range.FINITE, "inhibitory reversal potential"),
          new ParameterSpec("tau_syn_ex", "ms", 0.2, Range.POSITIVE, "time constant of the excitatory conductance"),
          new ParameterSpec("tau_syn_in", "ms", 2, Range.POSITIVE, "time constant of the inhibitory conductance"),
          new ParameterSpec("t_ref", "ms", 2, Range.NOT_NEGATIVE, "absolute refractory period"),
          new ParameterSpec("V_th", "mV", -55, Range.FINITE, "threshold"),
          new ParameterSpec("V_reset", "mV", -60, Range.FINITE, "potential after a spike"),
          new ParameterSpec("I_e", "pA", 0, Range.FINITE, "constant current"),
          new ParameterSpec("integration", "", 0, Range.NOT_NEGATIVE, "0 quadrature, 1 exponential Euler")),
      List.of(
          new VariableSpec("V_m", "mV", "E_L", true, "membrane potential"),
          new VariableSpec("g_ex", "nS", null, true, "excitatory conductance"),
          new VariableSpec("g_in", "nS", null, true, "inhibitory conductance")),
      List.of("Meffin, Burkitt, Grayden (2004), J Comput Neurosci 16:159, doi:10.1023/B:JCNS.0000014108.03012.81",
          "Rotter, Diesmann (1999), Biol Cybern 81:381, doi:10.1007/s004220050570"),
      "Error per step below 1e-6 mV as long as h/tau_syn and h (g_L + g_ex + g_in) / C_m stay below 1.");

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
    Rules.below(p, "V_reset", "V_th", "a neuron must not be reset above its threshold", problem);
    Rules.shared(p, "integration", problem);
    if (p.uniform("integration") && p.shared("integration") != 0 && p.shared("integration") != 1) {
      problem.accept("integration: must be 0 (quadrature) or 1 (exponential Euler), got " + p.shared("integration"));
    }
    if (p.uniform("integration") && p.shared("integration") == 1) {
      Rules.positive(p, "g_L", "exponential Euler divides by the total conductance", problem);
    }
  }

  @Override
  public boolean hasSinglePrecision() {
    return true;
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    CondExpCoefficients c = new CondExpCoefficients(block);
    boolean vector = block.vectorised() && Vectors.present();
    if (block.singlePrecision()) {
      return vector ? new IafCondExpSingleVector(block, c) : new IafCondExpSingle(block, c);
    }
    return vector ? new IafCondExpDoubleVector(block, c) : new IafCondExpDouble(block, c);
  }

  @Override
  public ExactTime exactTime() {
    return ExactOde.CONDUCTANCE;
  }
}
