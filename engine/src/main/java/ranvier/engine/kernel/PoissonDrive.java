package ranvier.engine.kernel;

import ranvier.engine.random.PoissonTable;

/**
 * A Poisson input onto one block of a population.
 *
 * @param receptor which takes its spikes
 * @param amount of one spike
 * @param selected how often each neuron of the block is named; null: all neurons once
 * @param from first of the neurons that may have input, a multiple of 16
 * @param to end of the neurons that may have input, a multiple of 16
 * @param firstStep first step with input
 * @param lastStep last step with input
 */
record PoissonDrive(PoissonTable table, int receptor, double amount, int[] selected, int from, int to, int firstStep,
    int lastStep) {
  /** Counts that are drawn by plain code: few are not worth compiling vector code for. */
  private static final int FEW = 256;

  /** Input of all neurons of the padded size, or of those selected. */
  static PoissonDrive of(PoissonTable table, int receptor, double amount, int[] selected, int paddedSize,
      int firstStep, int lastStep) {
    if (selected == null) {
      return new PoissonDrive(table, receptor, amount, null, 0, paddedSize, firstStep, lastStep);
    }
    int from = 0;
    while (from < selected.length && selected[from] == 0) {
      from++;
    }
    int to = selected.length;
    while (to > from && selected[to - 1] == 0) {
      to--;
    }
    return new PoissonDrive(table, receptor, amount, selected, from / 16 * 16, GridLayout.pad(to), firstStep, lastStep);
  }

  /** Whether vector code should draw. */
  boolean vectors() {
    return to - from > FEW;
  }

  /** Whether every neuron of the padded size has this input once, through receptor 0. */
  boolean isPlain(int paddedSize) {
    return selected == null && receptor == 0 && from == 0 && to == paddedSize;
  }

  boolean active(int step) {
    return step >= firstStep && step <= lastStep;
  }
}
