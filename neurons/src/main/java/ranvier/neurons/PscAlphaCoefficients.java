package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/** Propagators of a block of {@link IafPscAlpha} neurons. */
final class PscAlphaCoefficients {
  /**
   * Propagators of one receptor.
   *
   * @param p11 what is left of dI and of I
   * @param p21 I per dI
   * @param p31 V per dI
   * @param p32 V per I
   * @param first dI per weight: e / tau_syn, so that I peaks at the weight
   */
  record Synapse(PerNeuron p11, PerNeuron p21, PerNeuron p31, PerNeuron p32, PerNeuron first) {
    boolean uniform() {
      return PerNeuron.allUniform(p11, p21, p31, p32, first);
    }
  }

  final Membrane membrane;
  final Drive drive;
  /** exp(-h/tau_m) - 1. */
  final PerNeuron leak;
  final PerNeuron lowest;
  final Synapse ex;
  final Synapse in;
  final boolean uniform;

  PscAlphaCoefficients(GridBlock block) {
    double h = block.dtMs();
    PerNeuron tauM = PerNeuron.parameter(block, "tau_m");
    PerNeuron cM = PerNeuron.parameter(block, "C_m");
    membrane = new Membrane(block);
    drive = new Drive(block, PerNeuron.combine(tauM, cM, (tau, c) -> Propagators.fromConstant(h, tau, c)));
    leak = tauM.map(tau -> StrictMath.expm1(-h / tau));
    lowest = membrane.relative(PerNeuron.parameter(block, "V_min"));
    ex = synapse(h, PerNeuron.parameter(block, "tau_syn_ex"), tauM, cM);
    in = synapse(h, PerNeuron.parameter(block, "tau_syn_in"), tauM, cM);
    uniform = ex.uniform() && in.uniform()
        && PerNeuron.allUniform(leak, lowest, membrane.threshold, membrane.reset);
  }

  private static Synapse synapse(double h, PerNeuron tauSyn, PerNeuron tauM, PerNeuron cM) {
    return new Synapse(
        tauSyn.map(tau -> Propagators.decay(h, tau)),
        tauSyn.map(tau -> h * Propagators.decay(h, tau)),
        PerNeuron.combine(tauSyn, tauM, cM, (syn, m, c) -> Propagators.fromAlpha(h, syn, m, c)),
        PerNeuron.combine(tauSyn, tauM, cM, (syn, m, c) -> Propagators.fromExponential(h, syn, m, c)),
        tauSyn.map(tau -> Math.E / tau));
  }
}
