package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/**
 * What the integrate-and-fire models share: resting potential E_L, threshold V_th, reset V_reset and refractory period
 * t_ref. The potential is kept relative to E_L, and so are the threshold and the reset.
 */
final class Membrane {
  final PerNeuron threshold;
  final PerNeuron reset;
  final Refractoriness refractoriness;
  private final PerNeuron resting;

  Membrane(GridBlock block) {
    resting = PerNeuron.parameter(block, "E_L");
    threshold = relative(PerNeuron.parameter(block, "V_th"));
    reset = relative(PerNeuron.parameter(block, "V_reset"));
    refractoriness = new Refractoriness(block);
  }

  /** A potential relative to E_L. */
  PerNeuron relative(PerNeuron potential) {
    return PerNeuron.combine(potential, resting, (v, e) -> v - e);
  }

  /** Initial membrane potentials relative to E_L; declares that V_m is kept so. */
  double[] initialPotential(GridBlock block) {
    block.relativeTo("V_m", "E_L");
    double[] v = block.initial("V_m");
    for (int i = 0; i < v.length; i++) {
      v[i] -= resting.at(i);
    }
    return v;
  }
}
