package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/** Propagators and potentials of a block of {@link IafPscExp} neurons; potentials are relative to E_L. */
final class PscExpCoefficients {
  final PerNeuron p22;
  final PerNeuron p21ex;
  final PerNeuron p21in;
  final PerNeuron p11ex;
  final PerNeuron p11in;
  final PerNeuron threshold;
  final PerNeuron reset;
  final PerNeuron initial;
  final Drive drive;
  final Refractoriness refractoriness;
  final boolean merged;
  /** Whether everything in the inner loop but the drive is shared by all neurons. */
  final boolean uniform;

  PscExpCoefficients(GridBlock block) {
    double h = block.dtMs();
    PerNeuron tauM = PerNeuron.parameter(block, "tau_m");
    PerNeuron tauEx = PerNeuron.parameter(block, "tau_syn_ex");
    PerNeuron tauIn = PerNeuron.parameter(block, "tau_syn_in");
    PerNeuron cM = PerNeuron.parameter(block, "C_m");
    PerNeuron eL = PerNeuron.parameter(block, "E_L");
    p22 = tauM.map(tau -> Propagators.decay(h, tau));
    p11ex = tauEx.map(tau -> Propagators.decay(h, tau));
    p11in = tauIn.map(tau -> Propagators.decay(h, tau));
    p21ex = PerNeuron.combine(tauEx, tauM, cM, (syn, m, c) -> Propagators.fromExponential(h, syn, m, c));
    p21in = PerNeuron.combine(tauIn, tauM, cM, (syn, m, c) -> Propagators.fromExponential(h, syn, m, c));
    threshold = PerNeuron.combine(PerNeuron.parameter(block, "V_th"), eL, (v, e) -> v - e);
    reset = PerNeuron.combine(PerNeuron.parameter(block, "V_reset"), eL, (v, e) -> v - e);
    initial = eL;
    drive = new Drive(block, PerNeuron.combine(tauM, cM, (tau, c) -> Propagators.fromConstant(h, tau, c)));
    refractoriness = new Refractoriness(block);
    merged = block.receptors().size() == 1;
    uniform = p22.uniform() && p21ex.uniform() && p21in.uniform() && threshold.uniform() && reset.uniform();
  }

  /** Initial membrane potentials relative to E_L. */
  double[] initialPotential(GridBlock block) {
    double[] v = block.initial("V_m");
    for (int i = 0; i < v.length; i++) {
      v[i] -= initial.at(i);
    }
    return v;
  }

  /** Initial synaptic currents: of one receptor, or their sum where both are merged. */
  double[] initialCurrent(GridBlock block, String variable) {
    double[] current = block.initial(variable);
    if (merged) {
      double[] other = block.initial("I_syn_in");
      for (int i = 0; i < current.length; i++) {
        current[i] += other[i];
      }
    }
    return current;
  }
}
