package ranvier.neurons.ttfs.learning;

import java.util.List;

/**
 * What one epoch of training showed.
 *
 * @param epoch counted from 1
 * @param loss mean over the samples as they were presented, before each step
 * @param accuracy of the same presentations
 * @param missing mean fraction of silent (sample, neuron) pairs, per layer
 * @param bumps batches that only raised the weights of silent neurons
 * @param batches in all
 */
public record EpochReport(int epoch, double loss, double accuracy, List<Double> missing, int bumps, int batches) {
  /** Copies the list. */
  public EpochReport {
    missing = List.copyOf(missing);
  }
}
