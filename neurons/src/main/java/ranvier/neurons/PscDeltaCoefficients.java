package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/** Propagators of a block of {@link IafPscDelta} neurons. */
final class PscDeltaCoefficients {
  final Membrane membrane;
  final Drive drive;
  final PerNeuron p33;
  /** What each step of refractoriness leaves of the input that is kept for its end; 0 where input is lost. */
  final PerNeuron kept;
  final PerNeuron lowest;
  /** Whether no neuron has a lower bound or keeps refractory input. */
  final boolean simple;
  final boolean uniform;

  PscDeltaCoefficients(GridBlock block) {
    double h = block.dtMs();
    PerNeuron tauM = PerNeuron.parameter(block, "tau_m");
    PerNeuron cM = PerNeuron.parameter(block, "C_m");
    PerNeuron keeps = PerNeuron.parameter(block, "refractory_input");
    p33 = tauM.map(tau -> Propagators.decay(h, tau));
    kept = PerNeuron.combine(keeps, p33, (k, p) -> k * p);
    membrane = new Membrane(block);
    drive = new Drive(block, PerNeuron.combine(tauM, cM, (tau, c) -> Propagators.fromConstant(h, tau, c)));
    lowest = membrane.relative(PerNeuron.parameter(block, "V_min"));
    simple = keeps.all(k -> k == 0) && lowest.all(v -> v == Double.NEGATIVE_INFINITY);
    uniform = simple && PerNeuron.allUniform(p33, membrane.threshold, membrane.reset);
  }
}
