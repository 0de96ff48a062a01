package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/**
 * The absolute refractory period on the grid: after a spike at the end of step s the potential is held for n =
 * round(t_ref / dt) steps, and step s + n + 1 is the first in which it moves again. That step is noted once, on the
 * spike, and only compared afterwards. Used by one thread.
 */
final class Refractoriness {
  private static final int LONGEST = 1 << 30;

  private final int[] activeAt;
  private final PerNeuron steps;

  Refractoriness(GridBlock block) {
    activeAt = block.integers("active_at");
    steps = PerNeuron.parameter(block, "t_ref").map(t -> Math.min(LONGEST, block.steps(t)));
  }

  /** For each neuron the first step in which its potential moves. */
  int[] activeAt() {
    return activeAt;
  }

  /** Neuron {@code neuron} spikes at the end of step {@code step}. */
  void begin(int neuron, int step) {
    activeAt[neuron] = step + (int) steps.at(neuron) + 1;
  }
}
