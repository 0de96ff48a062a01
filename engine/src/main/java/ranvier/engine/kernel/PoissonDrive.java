package ranvier.engine.kernel;

import ranvier.engine.random.PoissonTable;

/**
 * A Poisson input onto one block of a population.
 *
 * @param receptor which takes its spikes
 * @param amount of one spike
 * @param selected one per neuron of the block, 1 or 0; null: all neurons
 * @param firstStep first step with input
 * @param lastStep last step with input
 */
record PoissonDrive(PoissonTable table, int receptor, double amount, int[] selected, int firstStep, int lastStep) {
  boolean active(int step) {
    return step >= firstStep && step <= lastStep;
  }
}
