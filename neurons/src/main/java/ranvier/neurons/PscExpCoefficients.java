package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/** Propagators of a block of {@link IafPscExp} neurons. */
final class PscExpCoefficients {
  final Membrane membrane;
  final Drive drive;
  final PerNeuron p22;
  final PerNeuron p21ex;
  final PerNeuron p21in;
  final PerNeuron p11ex;
  final PerNeuron p11in;
  /** Whether one receptor, and one variable, stands for both; only of uniform populations. */
  final boolean merged;
  final boolean uniform;

  PscExpCoefficients(GridBlock block) {
    double h = block.dtMs();
    PerNeuron tauM = PerNeuron.parameter(block, "tau_m");
    PerNeuron tauEx = PerNeuron.parameter(block, "tau_syn_ex");
    PerNeuron tauIn = PerNeuron.parameter(block, "tau_syn_in");
    PerNeuron cM = PerNeuron.parameter(block, "C_m");
    p22 = tauM.map(tau -> Propagators.decay(h, tau));
    p11ex = tauEx.map(tau -> Propagators.decay(h, tau));
    p11in = tauIn.map(tau -> Propagators.decay(h, tau));
    p21ex = PerNeuron.combine(tauEx, tauM, cM, (syn, m, c) -> Propagators.fromExponential(h, syn, m, c));
    p21in = PerNeuron.combine(tauIn, tauM, cM, (syn, m, c) -> Propagators.fromExponential(h, syn, m, c));
    membrane = new Membrane(block);
    drive = new Drive(block, PerNeuron.combine(tauM, cM, (tau, c) -> Propagators.fromConstant(h, tau, c)));
    merged = block.receptors().size() == 1;
    uniform = PerNeuron.allUniform(p22, p21ex, p21in, p11ex, p11in, membrane.threshold, membrane.reset);
  }
}
